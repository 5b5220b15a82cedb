package io.soakstream.tuner.domain.guard;

import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.setting.Setting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Limits how often a run may change, and how far a parameter may move in a while. */
public record VelocityGuard(
        @Setting(value = "Iterations in a row that applied something, after which one must not.", unit = "count")
        int appliedInARow,

        @Setting(value = "Time in which a parameter's moves are added up.", unit = "ms")
        long windowMs,

        @Setting(value = "Steps of the catalogue that they may come to.", unit = "count")
        BigDecimal maxSteps) {

    public VelocityGuard {
        Limits.atLeast("applied_in_a_row", appliedInARow, 1);
        Limits.atLeast("window_ms", windowMs, 1);
        Limits.positive("max_steps", maxSteps);
    }

    public static VelocityGuard defaults() {
        return new VelocityGuard(3, 3_600_000, BigDecimal.TEN);
    }

    /** The parameters to drop. */
    Set<String> tooFast(
            SortedMap<String, BigDecimal> proposed,
            long eventTimeMs,
            int inARow,
            List<AppliedDeltas> history,
            ParameterCatalogue catalogue) {
        if (inARow >= appliedInARow) {
            return proposed.keySet();
        }
        Set<String> tooFast = new TreeSet<>();
        proposed.forEach((parameter, delta) -> {
            BigDecimal allowed = catalogue.get(parameter).step().orElseThrow().multiply(maxSteps);
            if (moved(parameter, eventTimeMs, history).add(delta.abs()).compareTo(allowed) > 0) {
                tooFast.add(parameter);
            }
        });
        return tooFast;
    }

    private BigDecimal moved(String parameter, long eventTimeMs, List<AppliedDeltas> history) {
        BigDecimal moved = BigDecimal.ZERO;
        for (AppliedDeltas applied : history) {
            if (isYoung(applied, eventTimeMs)) {
                moved = moved.add(applied.magnitude(parameter));
            }
        }
        return moved;
    }

    boolean isYoung(AppliedDeltas applied, long eventTimeMs) {
        return eventTimeMs - applied.eventTimeMs() < windowMs;
    }
}
