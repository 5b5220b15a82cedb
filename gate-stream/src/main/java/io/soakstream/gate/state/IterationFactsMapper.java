package io.soakstream.gate.state;

import io.soakstream.gate.domain.IterationFacts;
import io.soakstream.schemas.kpi.Kpi;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Between what is kept of an iteration in the rules and its bytes in the store. */
final class IterationFactsMapper {
    private IterationFactsMapper() {}

    static GateIterationFacts toStore(IterationFacts facts) {
        return new GateIterationFacts(
                facts.iteration(),
                value(facts, Kpi.P95_LATENCY_MS),
                value(facts, Kpi.RISK_RATIO),
                value(facts, Kpi.MAKER_TAKER_RATIO),
                facts.stateHash().orElse(null),
                facts.guards(),
                value(facts, Kpi.NET_BPS),
                value(facts, Kpi.ADVERSE_BPS_P95),
                value(facts, Kpi.SLIPPAGE_BPS_P95),
                value(facts, Kpi.CANCEL_RATIO),
                facts.steadyFreeze());
    }

    private static Double value(IterationFacts facts, Kpi kpi) {
        return facts.value(kpi).orElse(null);
    }

    static IterationFacts fromStore(GateIterationFacts stored) {
        Map<Kpi, Double> kpis = new EnumMap<>(Kpi.class);
        put(kpis, Kpi.P95_LATENCY_MS, stored.getP95LatencyMs());
        put(kpis, Kpi.RISK_RATIO, stored.getRiskRatio());
        put(kpis, Kpi.MAKER_TAKER_RATIO, stored.getMakerShare());
        put(kpis, Kpi.NET_BPS, stored.getNetBps());
        put(kpis, Kpi.ADVERSE_BPS_P95, stored.getAdverseBpsP95());
        put(kpis, Kpi.SLIPPAGE_BPS_P95, stored.getSlippageBpsP95());
        put(kpis, Kpi.CANCEL_RATIO, stored.getCancelRatio());
        return new IterationFacts(
                stored.getIteration(),
                kpis,
                Optional.ofNullable(stored.getStateHash()),
                stored.getGuards(),
                stored.getSteadyFreeze());
    }

    private static void put(Map<Kpi, Double> kpis, Kpi kpi, Double value) {
        if (value != null) {
            kpis.put(kpi, value);
        }
    }
}
