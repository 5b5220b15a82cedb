package io.soakstream.gate.comparison;

import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.kpi.Kpi;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run of which everything is known, as one side of a comparison. */
public final class ComparedAccount {
    private ComparedAccount() {}

    /**
     * By the last verdict of its first policy.
     *
     * @param verdict that verdict as a command rules it, so that both sides speak of the same
     */
    public static ComparedRun of(String name, RunAccount account, Optional<Verdict> verdict) {
        Map<Kpi, Double> means = new EnumMap<>(Kpi.class);
        verdict.map(Verdict::getWindow)
                .ifPresent(judged -> judged.getStatistics().forEach(of -> put(of, means)));
        Map<Kpi, List<Double>> iterations = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            List<Double> values = new ArrayList<>();
            for (IterationAccount iteration : account.iterations()) {
                iteration.value(kpi).ifPresent(values::add);
            }
            iterations.put(kpi, values);
        }
        return new ComparedRun(name, verdict.map(judged -> judged.getVerdict().name()), means, iterations);
    }

    private static void put(KpiStatistics statistics, Map<Kpi, Double> means) {
        if (statistics.getSamples() > 0) {
            Kpi.byField(statistics.getKpi()).ifPresent(kpi -> means.put(kpi, statistics.getMean()));
        }
    }
}
