package io.soakstream.gate.domain.proof;

import io.soakstream.schemas.projection.Projection;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the gate knows of one run's overrides. Bounded: it does not grow with the run.
 *
 * @param projection what the bot is meant to run with; empty: the start of the run is not known
 * @param lastSequence number of the latest decision; 0: none yet
 * @param lastIteration latest iteration; 0: none yet
 * @param missing first number of a hole in the decisions that no verdict has named yet
 * @param awaited what no echo has confirmed yet
 */
public record Ledger(
        Optional<Projection> projection,
        long lastSequence,
        int lastIteration,
        OptionalLong missing,
        Optional<Awaited> awaited) {

    public static Ledger empty() {
        return new Ledger(Optional.empty(), 0, 0, OptionalLong.empty(), Optional.empty());
    }

    /** Whether a decision has been seen before, or its successor has. A number that is not its own says nothing of it. */
    public boolean isLate(Claim claim) {
        return claim.sequence() <= lastSequence && claim.isIdentified();
    }

    /** Counted, whatever is found of it: these are facts of the run, not of the tuner's conclusions. */
    Ledger counted(Claim claim) {
        long expected = lastSequence + 1;
        boolean placed = claim.sequence() == expected || claim.isIdentified();
        boolean hole = placed && claim.sequence() > expected;
        return new Ledger(
                projection,
                // Or one false number would make everything after it late.
                placed ? claim.sequence() : lastSequence,
                claim.event().iteration().orElse(lastIteration),
                hole && missing.isEmpty() ? OptionalLong.of(expected) : missing,
                awaited);
    }

    /** The hole is named by a verdict. */
    Ledger named() {
        return new Ledger(projection, lastSequence, lastIteration, OptionalLong.empty(), awaited);
    }

    Ledger with(Projection next) {
        return new Ledger(Optional.of(next), lastSequence, lastIteration, missing, awaited);
    }

    Ledger awaiting(Optional<Awaited> next) {
        return new Ledger(projection, lastSequence, lastIteration, missing, next);
    }
}
