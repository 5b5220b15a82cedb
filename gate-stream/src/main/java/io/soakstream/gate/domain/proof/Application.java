package io.soakstream.gate.domain.proof;

import io.soakstream.schemas.projection.Confirmation;
import java.util.List;
import java.util.Optional;

/**
 * What became of a decision or a command.
 *
 * @param subject which it is
 * @param reason code; empty where something was applied, confirmed or obeyed
 * @param oldHash state hash before; empty: the start of the run is not known, here and below
 * @param stateHash state hash after
 * @param changes sorted by parameter
 * @param verification after it
 */
public record Application(
        Kind kind,
        Awaited subject,
        Optional<String> reason,
        Optional<String> oldHash,
        Optional<String> stateHash,
        List<Change> changes,
        Optional<Release> release,
        Optional<Confirmation.State> verification) {

    /** CONFIRMED and STUCK are later words about what was APPLIED or ACKNOWLEDGED. */
    public enum Kind {
        NO_OP,
        SKIPPED,
        APPLIED,
        CONFIRMED,
        STUCK,
        ACKNOWLEDGED,
        REFUSED,
        MISMATCH
    }

    public Application {
        changes = List.copyOf(changes);
    }
}
