package io.soakstream.schemas.kpi;

import java.math.BigDecimal;
import java.util.List;

/** Direction of a KPI over a window. */
public enum Trend {
    UP,
    DOWN,
    FLAT;

    private static final int QUARTERS = 4;
    /** The smallest difference that counts is this part of the magnitude: 5 %. */
    static final int RELATIVE_PARTS = 20;

    /**
     * Compares the mean of the last quarter of the values with the mean of the first; with fewer than four values the
     * last with the first. A difference counts from 5 % of the first quarter's magnitude, and of {@code floor} where
     * that magnitude is smaller: a ratio says nothing near zero, and reverses below it.
     */
    static Trend of(List<BigDecimal> values, BigDecimal floor) {
        int quarter = quarter(values.size());
        // Sums in place of means: the quarters are of one size, and nothing need be divided.
        BigDecimal first = KpiStatistics.sum(values.subList(0, quarter));
        BigDecimal last = KpiStatistics.sum(values.subList(values.size() - quarter, values.size()));
        BigDecimal magnitude = first.abs().max(floor.multiply(BigDecimal.valueOf(quarter)));
        BigDecimal difference = last.subtract(first);
        if (difference.abs().multiply(BigDecimal.valueOf(RELATIVE_PARTS)).compareTo(magnitude) <= 0) {
            return FLAT;
        }
        return difference.signum() > 0 ? UP : DOWN;
    }

    /** How many of so many values make a quarter (count). */
    static int quarter(int values) {
        return Math.max(1, values / QUARTERS);
    }
}
