package io.soakstream.schemas.kpi;

import io.soakstream.schemas.canonical.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Statistics of one KPI over a window.
 *
 * <p>Computed in decimal arithmetic (exact sums, 17 digits after a division) on the samples' shortest decimal representation and rounded once to a
 * double: the mean of 0.82 and 0.84 is 0.83, and not a neighbour of it that misses a threshold of 0.83.
 *
 * @param samples iterations with a value (count)
 * @param missing iterations without one (count)
 * @param summary empty without samples
 */
public record KpiStatistics(Kpi kpi, int samples, int missing, Optional<Summary> summary) {
    /** As many as tell one double from the next; up to here BigDecimal computes in longs, ten times as fast. */
    private static final MathContext DIGITS = new MathContext(17, RoundingMode.HALF_EVEN);

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /**
     * All in the KPI's unit.
     *
     * @param harmonicMean empty for a KPI of which it would say nothing
     */
    public record Summary(
            double last,
            double mean,
            double median,
            double min,
            double max,
            Optional<Double> harmonicMean,
            Trend trend) {}

    /** Statistics of samples in the order in which they came. */
    public static KpiStatistics of(Kpi kpi, List<Double> samples, int missing) {
        if (samples.isEmpty()) {
            return new KpiStatistics(kpi, 0, missing, Optional.empty());
        }
        return new KpiStatistics(
                kpi, samples.size(), missing, Optional.of(summarise(samples, kpi.trendFloor(), kpi.hasHarmonicMean())));
    }

    /** Summary of at least one sample; {@code trendFloor} as in {@link Kpi#trendFloor}. */
    static Summary summarise(List<Double> samples, BigDecimal trendFloor, boolean harmonic) {
        return ScaledSamples.of(samples, trendFloor.scale())
                .map(scaled -> summarise(scaled, samples, trendFloor, harmonic))
                .orElseGet(() -> summariseDecimals(samples, trendFloor, harmonic));
    }

    private static Summary summarise(
            ScaledSamples scaled, List<Double> samples, BigDecimal trendFloor, boolean harmonic) {
        ScaledSamples sorted = scaled.sorted();
        return new Summary(
                scaled.last(),
                scaled.mean().orElseGet(() -> mean(decimals(samples)).doubleValue()),
                sorted.median(),
                sorted.min(),
                sorted.last(),
                harmonic ? Optional.of(harmonicMean(decimals(samples)).doubleValue()) : Optional.empty(),
                scaled.trend(trendFloor));
    }

    /** For any samples, at ten times the cost. */
    static Summary summariseDecimals(List<Double> samples, BigDecimal trendFloor, boolean harmonic) {
        List<BigDecimal> values = decimals(samples);
        List<BigDecimal> sorted = values.stream().sorted().toList();
        return new Summary(
                values.get(values.size() - 1).doubleValue(),
                mean(values).doubleValue(),
                median(sorted).doubleValue(),
                sorted.get(0).doubleValue(),
                sorted.get(sorted.size() - 1).doubleValue(),
                harmonic ? Optional.of(harmonicMean(values).doubleValue()) : Optional.empty(),
                Trend.of(values, trendFloor));
    }

    private static List<BigDecimal> decimals(List<Double> samples) {
        return samples.stream().map(Decimals::shortest).toList();
    }

    static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        return sum(values).divide(BigDecimal.valueOf(values.size()), DIGITS);
    }

    private static BigDecimal median(List<BigDecimal> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(TWO, DIGITS);
    }

    /** n / sum(1/v); 0 if any value is not positive, so that one total loss of maker fills cannot hide. */
    private static BigDecimal harmonicMean(List<BigDecimal> values) {
        if (values.stream().anyMatch(value -> value.signum() <= 0)) {
            return BigDecimal.ZERO;
        }
        BigDecimal reciprocals = values.stream()
                .map(value -> BigDecimal.ONE.divide(value, DIGITS))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return BigDecimal.valueOf(values.size()).divide(reciprocals, DIGITS);
    }
}
