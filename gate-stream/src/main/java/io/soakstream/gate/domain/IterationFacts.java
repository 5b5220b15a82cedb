package io.soakstream.gate.domain;

import io.soakstream.schemas.kpi.Kpi;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the gate keeps of one iteration while it is in the window.
 *
 * @param kpis those that it has, in their units
 * @param stateHash state hash after the iteration; that of the iteration before where none is known
 * @param guards guards that held, in guard order
 * @param steadyFreeze the steady-state freeze was in force
 */
public record IterationFacts(
        int iteration, Map<Kpi, Double> kpis, Optional<String> stateHash, List<String> guards, boolean steadyFreeze) {
    public IterationFacts {
        kpis = Map.copyOf(kpis);
        guards = List.copyOf(guards);
    }

    /** Empty: the iteration has none (unit of the KPI). */
    public Optional<Double> value(Kpi kpi) {
        return Optional.ofNullable(kpis.get(kpi));
    }
}
