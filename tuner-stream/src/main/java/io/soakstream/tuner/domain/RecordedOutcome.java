package io.soakstream.tuner.domain;

import java.util.List;
import java.util.Optional;

/**
 * What a recording says about another tuner's iteration.
 *
 * @param proposed whether it proposed anything
 * @param skipReasons guards that held: freeze, oscillation, velocity, cooldown, no_op
 */
public record RecordedOutcome(boolean applied, boolean proposed, List<String> skipReasons) {
    /** Reason of a proposal that was not applied, for no reason that the recording gives. */
    public static final String UNEXPLAINED = "unexplained";

    private static final String NO_OP = "no_op";
    private static final List<String> GUARDS = List.of("freeze", "oscillation", "velocity", "cooldown");

    /** Applied, skipped by the first guard in guard order, or nothing to do. */
    public Outcome outcome() {
        if (applied) {
            return Outcome.APPLIED;
        }
        return firstGuard().isPresent() ? Outcome.SKIPPED : Outcome.NO_OP;
    }

    public Optional<String> reason() {
        return applied ? Optional.empty() : Optional.of(firstGuard().orElseGet(this::withoutGuard));
    }

    private String withoutGuard() {
        return proposed && !skipReasons.contains(NO_OP) ? UNEXPLAINED : Outcome.NO_CHANGE;
    }

    private Optional<String> firstGuard() {
        return GUARDS.stream().filter(skipReasons::contains).findFirst();
    }
}
