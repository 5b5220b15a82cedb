package io.soakstream.schemas.projection;

import java.util.List;

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

    public RecordedOutcome {
        skipReasons = List.copyOf(skipReasons);
    }

    /** Applied, skipped by the first guard in guard order, or nothing to do. */
    public Resolution resolution() {
        if (applied) {
            return Resolution.applied();
        }
        return OutcomeReason.GUARDS.stream()
                .filter(skipReasons::contains)
                .findFirst()
                .map(Resolution::skipped)
                .orElseGet(() -> Resolution.noOp(withoutGuard()));
    }

    private String withoutGuard() {
        return proposed && !skipReasons.contains(NO_OP) ? UNEXPLAINED : OutcomeReason.NO_CHANGE;
    }
}
