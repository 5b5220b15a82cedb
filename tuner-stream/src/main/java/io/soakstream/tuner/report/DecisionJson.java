package io.soakstream.tuner.report;

import io.soakstream.schemas.canonical.CanonicalJson;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.tuner.domain.Decision;
import io.soakstream.tuner.domain.guard.GuardSignal;
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
}
