package io.soakstream.tuner.domain;

import io.soakstream.schemas.kpi.Kpi;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The KPIs of one iteration. A KPI that is not in the map is unknown, never zero.
 *
 * @param iteration number of the iteration, from 1
 * @param values finite values, in the KPI's unit
 */
public record KpiPoint(int iteration, Map<Kpi, Double> values) {
    public KpiPoint {
        EnumMap<Kpi, Double> copy = new EnumMap<>(Kpi.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    public Optional<Double> value(Kpi kpi) {
        return Optional.ofNullable(values.get(kpi));
    }
}
