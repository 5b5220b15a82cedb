package io.soakstream.gate.comparison;

import java.util.Arrays;
import java.util.OptionalDouble;

/** How much the iterations of a run depend on the ones before them. */
final class Dependence {
    private Dependence() {}

    /** Autocorrelation at lag 1 (-1 to 1); empty: too few values, or all the same. */
    static OptionalDouble lagOne(double[] series) {
        if (series.length < 3) {
            return OptionalDouble.empty();
        }
        double mean = Arrays.stream(series).average().orElseThrow();
        double variance = 0;
        double covariance = 0;
        for (int i = 0; i < series.length; i++) {
            double deviation = series[i] - mean;
            variance += deviation * deviation;
            covariance += i == 0 ? 0 : deviation * (series[i - 1] - mean);
        }
        return variance == 0 ? OptionalDouble.empty() : OptionalDouble.of(covariance / variance);
    }

    /** How many independent values so many dependent ones weigh: n (1 - r) / (1 + r), at least 1 (count). */
    static long weight(int samples, double lagOne) {
        return Math.max(1, Math.round(samples * (1 - lagOne) / (1 + lagOne)));
    }
}
