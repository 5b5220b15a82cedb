package io.soakstream.tuner.domain.guard;

import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.setting.Setting;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** Leaves a parameter alone for a while after a large move. */
public record CooldownGuard(
        @Setting(value = "Share of a parameter's span (max - min) above which a move is large.", unit = "ratio")
        BigDecimal spanShareAbove,

        @Setting(value = "Iterations that it is then left alone.", unit = "count")
        int iterations) {

    public CooldownGuard {
        Limits.positive("span_share_above", spanShareAbove);
        Limits.atLeast("iterations", iterations, 0);
    }

    public static CooldownGuard defaults() {
        return new CooldownGuard(new BigDecimal("0.30"), 3);
    }

    /**
     * Iterations left per parameter after one more iteration.
     *
     * @param cooling before it
     * @param applied what it applied; may be empty
     */
    SortedMap<String, Integer> after(
            SortedMap<String, Integer> cooling, SortedMap<String, BigDecimal> applied, ParameterCatalogue catalogue) {
        SortedMap<String, Integer> next = new TreeMap<>();
        cooling.forEach((parameter, left) -> {
            if (left > 1) {
                next.put(parameter, left - 1);
            }
        });
        applied.forEach((parameter, delta) -> {
            if (iterations > 0 && isLarge(delta, catalogue.get(parameter).span())) {
                next.put(parameter, iterations);
            }
        });
        return next;
    }

    private boolean isLarge(BigDecimal delta, BigDecimal span) {
        return delta.abs().compareTo(span.multiply(spanShareAbove)) > 0;
    }
}
