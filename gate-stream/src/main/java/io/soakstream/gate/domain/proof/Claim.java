package io.soakstream.gate.domain.proof;

import io.soakstream.schemas.canonical.Sha256;
import java.util.List;
import java.util.Optional;

/**
 * What a decision says: the facts it rests on, and what the tuner made of them.
 *
 * @param run run key, such as {@code bot:run}
 * @param id identity of the decision: hex SHA-256 of run key, sequence and base hash
 * @param sequence its number in its run, from 1
 * @param judgeMode a recording says what was applied
 * @param start how the run began, in the first decision only
 * @param outcome name of the outcome
 * @param reason code; empty exactly for APPLIED
 * @param baseHash state hash before (hex SHA-256)
 * @param resultHash state hash after (hex SHA-256)
 * @param commandRefusal why a command was not obeyed; empty: it was, or the event is none
 * @param verification name of the state of the confirmation, after the event
 * @param tuningAllowed whether the tuner may tune at all: of its configuration, so taken from the decision
 */
public record Claim(
        String run,
        String id,
        long sequence,
        boolean judgeMode,
        Optional<Start> start,
        ClaimedEvent event,
        List<ClaimedDelta> proposed,
        List<ClaimedDrop> dropped,
        String outcome,
        Optional<String> reason,
        String baseHash,
        String resultHash,
        Optional<String> commandRefusal,
        String verification,
        boolean tuningAllowed) {
    public Claim {
        proposed = List.copyOf(proposed);
        dropped = List.copyOf(dropped);
    }

    /** Whether the id is that of its run, sequence and base hash: if not, none of the three can be relied on. */
    boolean isIdentified() {
        return id.equals(Sha256.hex(run + "|" + sequence + "|" + baseHash));
    }
}
