package io.soakstream.gate.comparison;

import io.soakstream.schemas.kpi.Kpi;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One side of a comparison.
 *
 * @param name for people
 * @param verdicts the last of each policy that judged it, the leading one first; empty: nobody did, or it is not known by
 *     which policy
 * @param means over its last window; a KPI without data has none (unit of the KPI)
 * @param iterations values of all its iterations in their order, without those that have none (unit of the KPI); empty
 *     for a run of which only a snapshot is left
 */
public record ComparedRun(
        String name, List<ComparedVerdict> verdicts, Map<Kpi, Double> means, Map<Kpi, List<Double>> iterations) {

    public ComparedRun {
        verdicts = List.copyOf(verdicts);
        EnumMap<Kpi, Double> known = new EnumMap<>(Kpi.class);
        known.putAll(means);
        means = Collections.unmodifiableMap(known);
        EnumMap<Kpi, List<Double>> copies = new EnumMap<>(Kpi.class);
        iterations.forEach((kpi, values) -> copies.put(kpi, List.copyOf(values)));
        iterations = Collections.unmodifiableMap(copies);
    }

    Optional<Double> mean(Kpi kpi) {
        return Optional.ofNullable(means.get(kpi));
    }

    double[] samples(Kpi kpi) {
        return iterations.getOrDefault(kpi, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
