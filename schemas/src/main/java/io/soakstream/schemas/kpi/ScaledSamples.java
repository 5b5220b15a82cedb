package io.soakstream.schemas.kpi;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Samples as whole numbers at one decimal scale: exact arithmetic without an object for every number. What comes out is
 * what decimal arithmetic gives, to the last bit, in a tenth of the time.
 *
 * @param values each sample times {@code unit}, in the order in which they came
 * @param unit power of ten
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
record ScaledSamples(long[] values, long unit) {
    private static final int MAX_SCALE = 6;
    /** Up to here a sum of a thousand samples, and a mean of 17 digits, are exact in longs and doubles. */
    private static final double MAX_VALUE = 1e11;

    /** Its divisors are the counts whose means end as decimals, after three more digits at most. */
    private static final int MAX_SAMPLES = 1000;

    private static final long[] UNITS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    /**
     * The samples at the smallest scale that holds them all.
     *
     * @param leastScale the scale is not below it (decimals)
     * @return empty: they have too many decimals or are too large
     */
    static Optional<ScaledSamples> of(List<Double> samples, int leastScale) {
        long[] values = new long[samples.size()];
        for (int scale = Math.max(0, leastScale); scale <= MAX_SCALE && values.length <= MAX_SAMPLES; scale++) {
            if (fill(values, samples, UNITS[scale])) {
                return Optional.of(new ScaledSamples(values, UNITS[scale]));
            }
        }
        return Optional.empty();
    }

    /** No two decimals of up to 15 digits are the same double: what reads back as the sample is the sample. */
    private static boolean fill(long[] values, List<Double> samples, long unit) {
        for (int i = 0; i < values.length; i++) {
            double sample = samples.get(i);
            double scaled = Math.rint(sample * unit);
            if (!(Math.abs(scaled) < MAX_VALUE) || scaled / unit != sample) {
                return false;
            }
            values[i] = (long) scaled;
        }
        return true;
    }

    double last() {
        return (double) values[values.length - 1] / unit;
    }

    /** Empty: the mean has no end as a decimal, so where it is rounded matters. */
    Optional<Double> mean() {
        return MAX_SAMPLES % values.length == 0
                ? Optional.of((double) sum(0, values.length) / (unit * values.length))
                : Optional.empty();
    }

    ScaledSamples sorted() {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return new ScaledSamples(sorted, unit);
    }

    /** Of sorted samples. */
    double median() {
        int middle = values.length / 2;
        return values.length % 2 == 1
                ? (double) values[middle] / unit
                : (double) (values[middle - 1] + values[middle]) / (2 * unit);
    }

    /** Of sorted samples. */
    double min() {
        return (double) values[0] / unit;
    }

    /** As {@link Trend#of}; {@code floor} has no more decimals than the scale. */
    Trend trend(BigDecimal floor) {
        int quarter = Trend.quarter(values.length);
        long first = sum(0, quarter);
        long difference = sum(values.length - quarter, values.length) - first;
        long least = floor.multiply(BigDecimal.valueOf(unit)).longValueExact() * quarter;
        if (Math.abs(difference) * Trend.RELATIVE_PARTS <= Math.max(Math.abs(first), least)) {
            return Trend.FLAT;
        }
        return difference > 0 ? Trend.UP : Trend.DOWN;
    }

    private long sum(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }
}
