package io.soakstream.gate.comparison;

import io.soakstream.schemas.kpi.Kpi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A run held against an earlier one.
 *
 * @param kpis those that decide, in the published order, then the drivers, which are only told
 */
public record RunComparison(ComparedRun baseline, ComparedRun candidate, List<KpiComparison> kpis) {
    /** The KPIs that decide, in the published order. */
    public static final List<Kpi> DECIDING =
            List.of(Kpi.RISK_RATIO, Kpi.MAKER_TAKER_RATIO, Kpi.NET_BPS, Kpi.P95_LATENCY_MS);

    private static final List<String> FROM_GOOD_TO_BAD = List.of("PASS", "WARN", "INCONCLUSIVE", "FAIL");

    /** What the comparison comes to. */
    public enum Result {
        /** A KPI that decides, or the verdict, is worse. */
        WORSE,
        /** Nothing is known to be worse, but something might be. */
        INSUFFICIENT_EVIDENCE,
        /** There is nothing that both sides have. */
        NODATA,
        NOT_WORSE
    }

    public RunComparison {
        kpis = List.copyOf(kpis);
    }

    public static RunComparison of(ComparedRun baseline, ComparedRun candidate) {
        Map<Kpi, RankTest> tests = new EnumMap<>(Kpi.class);
        for (Kpi kpi : DECIDING) {
            RankTest.of(baseline.samples(kpi), candidate.samples(kpi)).ifPresent(test -> tests.put(kpi, test));
        }
        Map<Kpi, Double> adjusted = adjusted(tests);
        List<KpiComparison> kpis = new ArrayList<>();
        for (Kpi kpi : DECIDING) {
            kpis.add(KpiComparison.of(
                    kpi, baseline, candidate, Optional.ofNullable(tests.get(kpi)), optional(adjusted.get(kpi))));
        }
        for (Kpi kpi : Kpi.values()) {
            if (!DECIDING.contains(kpi)) {
                Optional<RankTest> test = RankTest.of(baseline.samples(kpi), candidate.samples(kpi));
                kpis.add(KpiComparison.of(
                        kpi,
                        baseline,
                        candidate,
                        test,
                        optional(test.map(RankTest::pValue).orElse(null))));
            }
        }
        return new RunComparison(baseline, candidate, kpis);
    }

    /**
     * Holm's correction: of several tests at the same level one is more likely to speak by chance. The smallest p value
     * counts as often as there are tests, the next once less, and none less than the one before.
     */
    private static Map<Kpi, Double> adjusted(Map<Kpi, RankTest> tests) {
        List<Kpi> ascending = tests.keySet().stream()
                .sorted(Comparator.comparingDouble(kpi -> tests.get(kpi).pValue()))
                .toList();
        Map<Kpi, Double> adjusted = new EnumMap<>(Kpi.class);
        double least = 0;
        for (int i = 0; i < ascending.size(); i++) {
            double weighted = tests.get(ascending.get(i)).pValue() * (ascending.size() - i);
            least = Math.max(least, Math.min(1, weighted));
            adjusted.put(ascending.get(i), least);
        }
        return adjusted;
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    public Result result() {
        List<Answer> answers = deciding().stream().map(KpiComparison::answer).toList();
        if (verdictIsWorse() || answers.contains(Answer.WORSE)) {
            return Result.WORSE;
        }
        if (answers.stream().allMatch(Answer.NODATA::equals)) {
            return Result.NODATA;
        }
        return answers.contains(Answer.INSUFFICIENT_EVIDENCE) || answers.contains(Answer.NODATA)
                ? Result.INSUFFICIENT_EVIDENCE
                : Result.NOT_WORSE;
    }

    public List<KpiComparison> deciding() {
        return kpis.stream().filter(kpi -> DECIDING.contains(kpi.kpi())).toList();
    }

    /** What one policy said of both sides. */
    public record Judged(ComparedVerdict baseline, ComparedVerdict candidate) {
        public boolean changed() {
            return !baseline.level().equals(candidate.level());
        }

        private boolean worse() {
            return FROM_GOOD_TO_BAD.indexOf(candidate.level()) > FROM_GOOD_TO_BAD.indexOf(baseline.level());
        }
    }

    /** By the first policy of the candidate that has judged the baseline too; empty: there is none. */
    public Optional<Judged> judged() {
        return candidate.verdicts().stream()
                .flatMap(after -> baseline.verdicts().stream()
                        .filter(after::isBySamePolicyAs)
                        .map(before -> new Judged(before, after)))
                .findFirst();
    }

    private boolean verdictIsWorse() {
        return judged().filter(Judged::worse).isPresent();
    }
}
