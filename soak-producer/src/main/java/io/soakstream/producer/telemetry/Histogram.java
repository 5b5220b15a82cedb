package io.soakstream.producer.telemetry;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What fell into the buckets of a histogram during some time.
 *
 * @param cumulative counts by upper bound; the last bound is infinite
 */
record Histogram(SortedMap<Double, Double> cumulative) {

    /** What came between two scrapes; a process that started anew in between counts from nothing. */
    static Histogram between(SortedMap<Double, Double> before, SortedMap<Double, Double> after) {
        boolean anew = before.entrySet().stream()
                .anyMatch(bucket -> after.getOrDefault(bucket.getKey(), 0.0) < bucket.getValue());
        SortedMap<Double, Double> increase = new TreeMap<>();
        after.forEach((bound, count) -> increase.put(bound, anew ? count : count - before.getOrDefault(bound, 0.0)));
        return new Histogram(increase);
    }

    /** How many there were (count). */
    double count() {
        return cumulative.isEmpty() ? 0 : cumulative.get(cumulative.lastKey());
    }

    /**
     * What this share does not exceed, linear within its bucket as Prometheus has it; in the last bucket its lower bound,
     * because nothing more is known.
     *
     * @return empty: there was nothing, or not one finite bound
     */
    OptionalDouble quantile(double share) {
        double rank = share * count();
        double lower = 0;
        double below = 0;
        if (count() == 0) {
            return OptionalDouble.empty();
        }
        for (Map.Entry<Double, Double> bucket : cumulative.entrySet()) {
            double upper = bucket.getKey();
            if (bucket.getValue() >= rank) {
                return Double.isInfinite(upper)
                        ? lastFinite(lower)
                        : OptionalDouble.of(lower + (upper - lower) * (rank - below) / (bucket.getValue() - below));
            }
            lower = upper;
            below = bucket.getValue();
        }
        return OptionalDouble.empty();
    }

    private OptionalDouble lastFinite(double lower) {
        return cumulative.size() == 1 ? OptionalDouble.empty() : OptionalDouble.of(lower);
    }
}
