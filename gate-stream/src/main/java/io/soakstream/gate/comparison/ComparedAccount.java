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
     * By the window of the leading verdict.
     *
     * @param verdicts the last of each policy, the leading one first; both sides are to be ruled alike
     */
    public static ComparedRun of(String name, RunAccount account, List<Verdict> verdicts) {
        Map<Kpi, Double> means = new EnumMap<>(Kpi.class);
        verdicts.stream().findFirst().map(Verdict::getWindow).ifPresent(judged -> judged.getStatistics()
                .forEach(of -> put(of, means)));
        Map<Kpi, List<Double>> iterations = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            List<Double> values = new ArrayList<>();
            for (IterationAccount iteration : account.iterations()) {
                iteration.value(kpi).ifPresent(values::add);
            }
            iterations.put(kpi, values);
        }
        return new ComparedRun(
                name, verdicts.stream().map(ComparedAccount::compared).toList(), means, iterations);
    }

    private static ComparedVerdict compared(Verdict verdict) {
        return new ComparedVerdict(
                verdict.getPolicy(),
                Optional.of(verdict.getPolicyVersion()),
                verdict.getVerdict().name());
    }

    private static void put(KpiStatistics statistics, Map<Kpi, Double> means) {
        if (statistics.getSamples() > 0) {
            Kpi.byField(statistics.getKpi()).ifPresent(kpi -> means.put(kpi, statistics.getMean()));
        }
    }
}
