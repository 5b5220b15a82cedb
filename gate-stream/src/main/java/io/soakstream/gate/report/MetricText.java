package io.soakstream.gate.report;

import io.soakstream.gate.domain.Metric;
import io.soakstream.schemas.canonical.Decimals;
import java.util.Optional;
import java.util.Set;

/** Metrics as people read them: label, unit, and as many decimals as the unit is worth. */
public final class MetricText {
    private static final Set<String> UNSAID = Set.of("", "ratio", "count");

    private MetricText() {}

    public static String label(String field) {
        return Metric.byField(field).map(Metric::label).orElse(field);
    }

    /** With the unit, where it says something. */
    public static String labelWithUnit(String field) {
        String unit = unit(field);
        return label(field) + (UNSAID.contains(unit) ? "" : " (" + unit + ")");
    }

    /** Decimals that are shown (count). */
    public static int scale(String field) {
        return switch (unit(field)) {
            case "count" -> 0;
            case "ms" -> 1;
            case "bps" -> 2;
            default -> 3;
        };
    }

    public static String value(String field, Double value, String otherwise) {
        return Optional.ofNullable(value)
                .map(known -> Decimals.rounded(known, scale(field)).toPlainString())
                .orElse(otherwise);
    }

    public static String value(double value, int scale) {
        return Decimals.rounded(value, scale).toPlainString();
    }

    private static String unit(String field) {
        return Metric.byField(field).map(Metric::unit).orElse("");
    }
}
