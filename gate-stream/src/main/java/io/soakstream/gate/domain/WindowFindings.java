package io.soakstream.gate.domain;

import io.soakstream.schemas.kpi.Kpi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands out in the iterations of a window, beside the KPIs' statistics.
 *
 * @param guards guard to the iterations in which it held, in guard order
 * @param anomalies latency, risk-jump and maker-share anomalies (count)
 * @param signatureLoops state hashes A, B, A in three iterations in a row (count, overlapping)
 */
public record WindowFindings(Map<String, List<Integer>> guards, int anomalies, int signatureLoops) {
    /** Guards in the order of their precedence, then the latency levels. */
    public static final List<String> GUARDS =
            List.of("freeze", "oscillation", "velocity", "cooldown", "latency_soft", "latency_hard");

    static WindowFindings of(List<IterationFacts> window) {
        return new WindowFindings(guards(window), anomalies(window), signatureLoops(window));
    }

    private static Map<String, List<Integer>> guards(List<IterationFacts> window) {
        Map<String, List<Integer>> held = new LinkedHashMap<>();
        GUARDS.forEach(guard -> held.put(guard, new ArrayList<>()));
        for (IterationFacts facts : window) {
            facts.guards().stream().filter(held::containsKey).distinct().forEach(guard -> held.get(guard)
                    .add(facts.iteration()));
        }
        return held;
    }

    private static int anomalies(List<IterationFacts> window) {
        int count = 0;
        Optional<Double> previousRisk = Optional.empty();
        for (IterationFacts facts : window) {
            count += Anomaly.of(previousRisk, facts::value).size();
            previousRisk = facts.value(Kpi.RISK_RATIO);
        }
        return count;
    }

    private static int signatureLoops(List<IterationFacts> window) {
        List<String> hashes = new ArrayList<>();
        window.forEach(facts -> facts.stateHash().ifPresent(hashes::add));
        int loops = 0;
        for (int i = 2; i < hashes.size(); i++) {
            if (hashes.get(i).equals(hashes.get(i - 2)) && !hashes.get(i).equals(hashes.get(i - 1))) {
                loops++;
            }
        }
        return loops;
    }
}
