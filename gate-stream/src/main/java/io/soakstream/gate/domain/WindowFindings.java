package io.soakstream.gate.domain;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.kpi.Kpi;
import java.math.BigDecimal;
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

    private static final double LATENCY_LIMIT_MS = 400;
    private static final BigDecimal RISK_JUMP = new BigDecimal("0.15");
    private static final double MAKER_SHARE_FLOOR = 0.75;

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
            count += above(facts.value(Kpi.P95_LATENCY_MS), LATENCY_LIMIT_MS) ? 1 : 0;
            count += riskJumped(previousRisk, facts.value(Kpi.RISK_RATIO)) ? 1 : 0;
            count += facts.value(Kpi.MAKER_TAKER_RATIO)
                            .filter(share -> share < MAKER_SHARE_FLOOR)
                            .isPresent()
                    ? 1
                    : 0;
            previousRisk = facts.value(Kpi.RISK_RATIO);
        }
        return count;
    }

    private static boolean above(Optional<Double> value, double limit) {
        return value.filter(number -> number > limit).isPresent();
    }

    private static boolean riskJumped(Optional<Double> previous, Optional<Double> current) {
        return previous.isPresent()
                && current.isPresent()
                && Decimals.shortest(current.get())
                                .subtract(Decimals.shortest(previous.get()))
                                .compareTo(RISK_JUMP)
                        > 0;
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
