package io.soakstream.gate.domain;

import io.soakstream.schemas.kpi.Kpi;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Iterations of which only what they measured matters. */
final class Iterations {
    static final int CAPACITY = 8;

    private static final TuningFacts NO_OP =
            new TuningFacts("NO_OP", Optional.of("no_change"), false, false, false, List.of(), 0, false, false);

    private Iterations() {}

    /** One that meets every condition of {@code snapshot}. */
    static IterationFacts good(int number) {
        return of(
                number,
                Map.of(
                        Kpi.MAKER_TAKER_RATIO, 0.85,
                        Kpi.P95_LATENCY_MS, 350.0,
                        Kpi.RISK_RATIO, 0.42,
                        Kpi.NET_BPS, 2.7));
    }

    static IterationFacts of(int number, Map<Kpi, Double> kpis) {
        return new IterationFacts(number, kpis, Optional.empty(), List.of(), false);
    }

    static IterationFacts frozen(IterationFacts facts) {
        return new IterationFacts(facts.iteration(), facts.kpis(), facts.stateHash(), facts.guards(), true);
    }

    static RunRecord after(RunRecord record, IterationFacts facts) {
        return after(record, facts, Map.of());
    }

    static RunRecord after(RunRecord record, IterationFacts facts, Map<Metric, Double> beside) {
        return record.with(facts, beside, NO_OP, CAPACITY);
    }

    static RunRecord record(List<IterationFacts> iterations) {
        RunRecord record = RunRecord.empty();
        for (IterationFacts facts : iterations) {
            record = after(record, facts);
        }
        return record;
    }

    /** As the last verdict of a run sees it. */
    static Evidence evidence(RunRecord record) {
        return new Evidence(record.window().judged(), record);
    }
}
