package io.soakstream.gate.comparison;

import io.soakstream.schemas.kpi.Kpi;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One KPI of two runs.
 *
 * @param baseline mean over the baseline's last window; empty: it has none (unit of the KPI)
 * @param candidate the same of the candidate
 * @param test over all iterations; empty: one side has none
 * @param adjustedP p value of the test among those of the other KPIs; empty without a test
 * @param needed iterations that are missing for an answer; empty: none, or nobody can say
 * @param caveats why the test may say too much, a sentence each
 */
public record KpiComparison(
        Kpi kpi,
        Optional<Double> baseline,
        Optional<Double> candidate,
        Optional<RankTest> test,
        OptionalDouble adjustedP,
        Answer answer,
        Optional<Evidence> needed,
        List<String> caveats) {
    /** Level of significance. */
    static final double SIGNIFICANT = 0.05;

    private static final double PERCENT = 100;
    /** Half of a snapshot's last digit, and what doubles add to it. */
    private static final double SNAPSHOT_ROUNDING = 0.000501;

    /** Beyond this autocorrelation the weight of a sample is less than half its size. */
    private static final double STRONG = 1.0 / 3;

    public KpiComparison {
        caveats = List.copyOf(caveats);
    }

    /** @param adjustedP of its test; empty without one */
    static KpiComparison of(
            Kpi kpi, ComparedRun baseline, ComparedRun candidate, Optional<RankTest> test, OptionalDouble adjustedP) {
        double[] before = baseline.samples(kpi);
        double[] after = candidate.samples(kpi);
        Optional<Double> left = baseline.mean(kpi);
        Optional<Double> right = candidate.mean(kpi);
        Answer answer = test.map(tested -> tested(kpi, tested, adjustedP.orElseThrow(), sameValues(before, after)))
                .orElseGet(() -> untested(left, right));
        Optional<Evidence> needed =
                answer == Answer.INSUFFICIENT_EVIDENCE ? test.flatMap(KpiComparison::missing) : Optional.empty();
        return new KpiComparison(
                kpi, left, right, test, adjustedP, answer, needed, test.isEmpty() ? List.of() : caveats(before, after));
    }

    private static Answer tested(Kpi kpi, RankTest test, double adjustedP, boolean sameValues) {
        if (sameValues) {
            return Answer.SAME;
        }
        if (adjustedP < SIGNIFICANT && Effect.of(test.cliffsDelta()) != Effect.NEGLIGIBLE) {
            boolean larger = test.cliffsDelta() > 0;
            return larger == (kpi.better() == Kpi.Direction.HIGHER) ? Answer.BETTER : Answer.WORSE;
        }
        return missing(test).isPresent() ? Answer.INSUFFICIENT_EVIDENCE : Answer.SAME;
    }

    /** Without the iterations of both sides there is nothing to test; only what is equal needs no test. */
    private static Answer untested(Optional<Double> baseline, Optional<Double> candidate) {
        if (baseline.isEmpty() || candidate.isEmpty()) {
            return Answer.NODATA;
        }
        boolean same = Math.abs(baseline.get() - candidate.get()) <= SNAPSHOT_ROUNDING;
        return same ? Answer.SAME : Answer.INSUFFICIENT_EVIDENCE;
    }

    /** Effects below a medium one need not be seen. */
    private static Optional<Evidence> missing(RankTest test) {
        double effect = Math.max(Math.abs(test.cliffsDelta()), Effect.MEDIUM.from());
        return Evidence.missing(test.baselineSamples(), test.candidateSamples(), effect);
    }

    /** The values of a run and of itself are no two samples: there is nothing to be uncertain about. */
    private static boolean sameValues(double[] baseline, double[] candidate) {
        double[] left = baseline.clone();
        double[] right = candidate.clone();
        Arrays.sort(left);
        Arrays.sort(right);
        return Arrays.equals(left, right);
    }

    private static List<String> caveats(double[] baseline, double[] candidate) {
        double strongest = Math.max(
                Dependence.lagOne(baseline).orElse(0),
                Dependence.lagOne(candidate).orElse(0));
        if (strongest <= STRONG) {
            return List.of();
        }
        return List.of(String.format(
                Locale.ROOT,
                "iterations follow from the ones before them (autocorrelation %.2f): %d and %d of them weigh like %d and"
                        + " %d, so the p value is smaller than it should be",
                strongest,
                baseline.length,
                candidate.length,
                Dependence.weight(baseline.length, strongest),
                Dependence.weight(candidate.length, strongest)));
    }

    /** Candidate less baseline, of the means of the last windows (unit of the KPI). */
    public OptionalDouble change() {
        return baseline.isPresent() && candidate.isPresent()
                ? OptionalDouble.of(candidate.get() - baseline.get())
                : OptionalDouble.empty();
    }

    /** The same in percent of the baseline; empty where that is 0. */
    public OptionalDouble changePercent() {
        OptionalDouble change = change();
        double base = baseline.orElse(0.0);
        return change.isEmpty() || base == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(change.getAsDouble() / base * PERCENT);
    }

    /** Whether a change of the mean is one for the better; empty: there is none, or no change is known. */
    public Optional<Boolean> changedForTheBetter() {
        OptionalDouble change = change();
        return change.isEmpty() || change.getAsDouble() == 0
                ? Optional.empty()
                : Optional.of(change.getAsDouble() > 0 == (kpi.better() == Kpi.Direction.HIGHER));
    }
}
