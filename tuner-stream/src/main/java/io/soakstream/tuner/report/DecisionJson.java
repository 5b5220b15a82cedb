package io.soakstream.tuner.report;

import io.soakstream.schemas.canonical.CanonicalJson;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.kpi.KpiStatistics;
import io.soakstream.tuner.domain.Decision;
import io.soakstream.tuner.domain.KpiPoint;
import io.soakstream.tuner.domain.KpiWindow;
import io.soakstream.tuner.domain.guard.GuardSignal;
import io.soakstream.tuner.domain.rule.ProposedDelta;
import io.soakstream.tuner.domain.rule.RuleEvaluation;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A decision about an iteration as one JSON object; decimals are strings without trailing zeros. */
public final class DecisionJson {
    private DecisionJson() {}

    /** One line, without a line feed. */
    public static String line(Decision decision) {
        return CanonicalJson.write(tree(decision));
    }

    /** One object with everything that led to the decision beside the fields of {@link #line}. */
    public static String explained(Decision decision) {
        SortedMap<String, Object> tree = tree(decision);
        tree.put("base_hash", decision.baseHash());
        tree.put("event_time_ms", decision.run().lastEventTimeMs());
        tree.put("inputs", inputs(decision));
        tree.put("window", window(decision.run().window()));
        tree.put(
                "evaluations",
                decision.proposal().evaluations().stream()
                        .map(DecisionJson::evaluation)
                        .toList());
        tree.put(
                "deltas",
                decision.proposal().deltas().stream().map(DecisionJson::delta).toList());
        tree.put("dropped_all", decision.guarded().dropped());
        tree.put(
                "guard_states",
                decision.guarded().signals().stream().map(DecisionJson::signal).toList());
        tree.put("verification", decision.projection().confirmation().state().name());
        return CanonicalJson.write(tree);
    }

    static SortedMap<String, Object> tree(Decision decision) {
        SortedMap<String, Object> tree = new TreeMap<>();
        tree.put("iteration", decision.run().lastIteration());
        tree.put("rules", decision.proposal().rules());
        tree.put("notes", decision.proposal().notes());
        tree.put("proposed", texts(decision.proposal().byParameter()));
        tree.put("dropped", firstReasons(decision));
        tree.put("guards", guards(decision));
        tree.put("outcome", decision.resolution().outcome().name());
        tree.put("reason", decision.resolution().reason().orElse(null));
        tree.put("state_hash", decision.resultHash());
        tree.put("values", texts(decision.projection().overrides().values()));
        return tree;
    }

    static Map<String, String> texts(Map<String, BigDecimal> decimals) {
        Map<String, String> texts = new TreeMap<>();
        decimals.forEach((name, value) -> texts.put(name, Decimals.plain(value)));
        return texts;
    }

    private static Map<String, String> firstReasons(Decision decision) {
        Map<String, String> reasons = new TreeMap<>();
        decision.guarded().dropped().forEach((parameter, all) -> reasons.put(parameter, all.get(0)));
        return reasons;
    }

    private static Map<String, Object> guards(Decision decision) {
        Map<String, Object> guards = new TreeMap<>(Map.of(
                "frozen_subsystems", new TreeSet<String>(),
                "latency_hard", false,
                "oscillation", false,
                "oscillation_raw", false,
                "steady_freeze", false));
        TreeSet<String> frozen = new TreeSet<>();
        for (GuardSignal signal : decision.guarded().signals()) {
            switch (signal.guard()) {
                case GuardSignal.OSCILLATION -> {
                    guards.put("oscillation", signal.debounced());
                    guards.put("oscillation_raw", signal.raw());
                }
                case GuardSignal.LATENCY_HARD -> guards.put("latency_hard", signal.debounced());
                case GuardSignal.STEADY_FREEZE -> guards.put("steady_freeze", signal.debounced());
                case GuardSignal.PARTIAL_FREEZE, GuardSignal.TOTAL_FREEZE -> frozen.addAll(signal.concerned());
                default -> {}
            }
        }
        guards.put("frozen_subsystems", frozen);
        return guards;
    }

    private static Map<String, Object> inputs(Decision decision) {
        Map<String, Object> inputs = new TreeMap<>();
        KpiPoint point = decision.accepted().iteration().orElseThrow().point();
        for (Kpi kpi : Kpi.values()) {
            inputs.put(kpi.field(), point.value(kpi).orElse(null));
        }
        return inputs;
    }

    private static Map<String, Object> window(KpiWindow window) {
        Map<String, Object> kpis = new TreeMap<>();
        for (KpiStatistics statistics : window.statistics()) {
            Map<String, Object> entry = new TreeMap<>();
            entry.put("samples", statistics.samples());
            statistics.summary().ifPresent(summary -> {
                entry.put("mean", summary.mean());
                entry.put("median", summary.median());
                entry.put("min", summary.min());
                entry.put("max", summary.max());
            });
            kpis.put(statistics.kpi().field(), entry);
        }
        return Map.of("capacity", window.capacity(), "iterations", window.iterations(), "kpis", kpis);
    }

    private static Map<String, Object> evaluation(RuleEvaluation evaluation) {
        return Map.of("rule", evaluation.rule(), "fired", evaluation.fired(), "why", RuleText.why(evaluation));
    }

    private static Map<String, Object> delta(ProposedDelta delta) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("parameter", delta.parameter());
        tree.put("rule", delta.rule());
        tree.put("from", Decimals.plain(delta.from()));
        tree.put("delta", Decimals.plain(delta.delta()));
        tree.put("to", Decimals.plain(delta.to()));
        tree.put("bound_hit", delta.boundHit().orElse(null));
        return tree;
    }

    private static Map<String, Object> signal(GuardSignal signal) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("guard", signal.guard());
        tree.put("raw", signal.raw());
        tree.put("debounced", signal.debounced());
        tree.put("since_ms", signal.sinceMs().orElse(null));
        tree.put("concerned", signal.concerned());
        tree.put("numbers", signal.numbers());
        return tree;
    }
}
