package io.soakstream.gate.golden;

import java.math.BigDecimal;

/**
 * How far two numbers may lie apart and still be the same: by the absolute difference or by the difference relative to
 * the larger of them, whichever is more generous.
 *
 * @param value at least 0
 */
public record Tolerance(BigDecimal value) {
    /** Beyond this exponent no measured value lies, and exact sums would take more memory than there is. */
    private static final int LARGEST_SCALE = 1000;

    public Tolerance {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("a tolerance is at least 0: " + value);
        }
    }

    boolean covers(BigDecimal baseline, BigDecimal actual) {
        if (!isComputable(baseline) || !isComputable(actual)) {
            return baseline.compareTo(actual) == 0;
        }
        BigDecimal difference = baseline.subtract(actual).abs();
        BigDecimal larger = baseline.abs().max(actual.abs());
        return difference.compareTo(value) <= 0 || difference.compareTo(value.multiply(larger)) <= 0;
    }

    static boolean isComputable(BigDecimal number) {
        return Math.abs((long) number.scale()) <= LARGEST_SCALE;
    }
}
