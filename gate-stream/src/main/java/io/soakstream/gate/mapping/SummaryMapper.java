package io.soakstream.gate.mapping;

import io.soakstream.gate.domain.Metric;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.kpi.Kpi;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** From the summary of an iteration to its values, as far as it has them; in their units. */
public final class SummaryMapper {
    private SummaryMapper() {}

    static Map<Kpi, Double> kpis(IterationSummary summary) {
        Map<Kpi, Double> values = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            value(summary, kpi.field()).ifPresent(value -> values.put(kpi, value));
        }
        return values;
    }

    /** What is known of the latest iteration alone. */
    public static Map<Metric, Double> beside(IterationSummary summary) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        Metric.ofLatest()
                .forEach(metric -> value(summary, metric.field()).ifPresent(value -> values.put(metric, value)));
        return finite(values);
    }

    /** Without what is no number: a tuner that lets it through is not believed, but must not stop the gate either. */
    static <K> Map<K, Double> finite(Map<K, Double> values) {
        values.values().removeIf(value -> !Double.isFinite(value));
        return values;
    }

    /** Of a numeric field by its name; it may be no number that can be computed with. */
    public static Optional<Double> value(IterationSummary summary, String field) {
        return summary.get(field) instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
    }
}
