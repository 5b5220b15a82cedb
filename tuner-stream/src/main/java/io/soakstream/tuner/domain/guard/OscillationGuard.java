package io.soakstream.tuner.domain.guard;

import io.soakstream.schemas.setting.Setting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Stops parameters that go to and fro, and proposals that lead back to a state the run has just left. */
public record OscillationGuard(
        @Setting(value = "Latest iterations whose applied deltas are looked at.", unit = "count")
        int windowIterations,

        @Setting(value = "Changes of sign, the proposed delta included, that are an oscillation.", unit = "count")
        int signChanges,

        @Setting(
                value = "Distinct states before the current one that a proposal must not lead back to.",
                unit = "count")
        int cycleStates) {

    /** Longest window (iterations): half of what is remembered with its signs. */
    static final int MAX_WINDOW = GuardMemory.MAX_HISTORY / 2;

    public OscillationGuard {
        Limits.atLeast("window_iterations", windowIterations, 1);
        if (windowIterations > MAX_WINDOW) {
            throw new IllegalArgumentException("window_iterations: " + windowIterations + " is above " + MAX_WINDOW);
        }
        Limits.atLeast("sign_changes", signChanges, 1);
        Limits.atLeast("cycle_states", cycleStates, 1);
    }

    public static OscillationGuard defaults() {
        return new OscillationGuard(5, 2, 4);
    }

    /**
     * The parameters to drop: those that oscillate, or all of them for a cycle.
     *
     * @param ordinal which accepted iteration proposes, from 1
     * @param states distinct state hashes, the current one first
     * @param resultHash state hash that the full proposal would lead to
     */
    Set<String> oscillating(
            SortedMap<String, BigDecimal> proposed,
            int ordinal,
            List<AppliedDeltas> history,
            List<String> states,
            String resultHash) {
        if (states.stream().skip(1).limit(cycleStates).anyMatch(resultHash::equals)) {
            return proposed.keySet();
        }
        Set<String> oscillating = new TreeSet<>();
        proposed.forEach((parameter, delta) -> {
            if (changesOfSign(parameter, delta, ordinal, history) >= signChanges) {
                oscillating.add(parameter);
            }
        });
        return oscillating;
    }

    private int changesOfSign(String parameter, BigDecimal proposed, int ordinal, List<AppliedDeltas> history) {
        int changes = 0;
        int previous = 0;
        for (AppliedDeltas applied : history) {
            BigDecimal delta = applied.deltas().get(parameter);
            if (delta != null && applied.ordinal() >= ordinal - windowIterations) {
                changes += previous != 0 && previous != delta.signum() ? 1 : 0;
                previous = delta.signum();
            }
        }
        return changes + (previous != 0 && previous != proposed.signum() ? 1 : 0);
    }
}
