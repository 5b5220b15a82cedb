package io.soakstream.gate.comparison;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * Do the values of a candidate lie elsewhere than those of a baseline? Mann and Whitney's U test, two-sided: exact where
 * both samples are below 50 and no value stands in both or twice, else the normal approximation with corrections for
 * ties and continuity.
 *
 * @param baselineSamples values of the baseline (count)
 * @param candidateSamples values of the candidate (count)
 * @param pValue probability of samples at least as far apart if nothing changed (0 to 1)
 * @param cliffsDelta share of pairs in which the candidate is larger less that in which it is smaller (-1 to 1); the
 *     rank-biserial correlation is the same number
 * @param shift Hodges and Lehmann's estimate of candidate less baseline (unit of the KPI)
 * @param interval of the shift at 95 %; empty: the samples are too small for one
 */
public record RankTest(
        int baselineSamples,
        int candidateSamples,
        double pValue,
        double cliffsDelta,
        double shift,
        Optional<Interval> interval) {
    /** Quantile of the normal distribution for 95 %, two-sided. */
    private static final double Z = 1.959963984540054;

    private static final double VARIANCE_DIVISOR = 12;

    /** Both in the unit of the KPI. */
    public record Interval(double low, double high) {}

    /** Empty: one of the samples has no value. */
    static Optional<RankTest> of(double[] baseline, double[] candidate) {
        if (baseline.length == 0 || candidate.length == 0) {
            return Optional.empty();
        }
        double u = MannWhitneyUTest.withDefaults().statistic(candidate, baseline);
        double pairs = (double) baseline.length * candidate.length;
        PairwiseDifferences differences = new PairwiseDifferences(candidate, baseline);
        return Optional.of(new RankTest(
                baseline.length,
                candidate.length,
                pValue(baseline, candidate),
                2 * u / pairs - 1,
                differences.median(),
                interval(differences, baseline.length, candidate.length)));
    }

    /** Where all values are the same the variance is 0: nothing differs, so nothing is unlikely. */
    private static double pValue(double[] baseline, double[] candidate) {
        double first = baseline[0];
        boolean constant = Arrays.stream(baseline).allMatch(value -> value == first)
                && Arrays.stream(candidate).allMatch(value -> value == first);
        if (constant) {
            return 1;
        }
        double p = MannWhitneyUTest.withDefaults().test(candidate, baseline).getPValue();
        return Math.min(1, p);
    }

    /** The differences between the ranks nm/2 - z * sqrt(nm(n+m+1)/12), rounded down, and its counterpart. */
    private static Optional<Interval> interval(PairwiseDifferences differences, int n, int m) {
        double pairs = differences.count();
        long rank = (long) Math.floor(pairs / 2 - Z * Math.sqrt(pairs * (n + m + 1) / VARIANCE_DIVISOR));
        return rank < 1
                ? Optional.empty()
                : Optional.of(new Interval(differences.at(rank), differences.at(differences.count() - rank + 1)));
    }
}
