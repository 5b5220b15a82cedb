package io.soakstream.schemas.canonical;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.erdtman.jcs.NumberToJSON;

/** The one way from doubles to decimals and from decimals to text. */
public final class Decimals {
    /** ECMAScript prints smaller numbers with an exponent. */
    private static final double[] POWERS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

    private static final double FIFTEEN_DIGITS = 1e15;

    private Decimals() {}

    /**
     * The decimal with the fewest digits that reads back as the same double. {@link Double#toString} does not always
     * find it before Java 19, so a verdict would depend on the Java version.
     *
     * @throws IllegalArgumentException NaN or an infinity
     */
    public static BigDecimal shortest(double value) {
        for (int scale = 0; scale < POWERS.length; scale++) {
            double unscaled = Math.rint(value * POWERS[scale]);
            // No two decimals of up to 15 digits are the same double: whichever is found is the shortest.
            if (Math.abs(unscaled) < FIFTEEN_DIGITS && unscaled / POWERS[scale] == value) {
                return BigDecimal.valueOf((long) unscaled, scale);
            }
        }
        return new BigDecimal(slowEcmascript(value));
    }

    /**
     * The number as ECMAScript prints it, which is how RFC 8785 wants it.
     *
     * @throws IllegalArgumentException NaN or an infinity
     */
    public static String ecmascript(double value) {
        BigDecimal shortest = shortest(value);
        return shortest.scale() >= 0 && shortest.scale() < POWERS.length && shortest.precision() <= 15
                ? plain(shortest)
                : slowEcmascript(value);
    }

    private static String slowEcmascript(double value) {
        try {
            return NumberToJSON.serializeNumber(value);
        } catch (IOException notFinite) {
            throw new IllegalArgumentException(value + " is not a finite number", notFinite);
        }
    }

    /** Plain notation without trailing zeros: {@code 0.1}, {@code 300}, {@code -0.005}. */
    public static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** Rounds the exact value of a double half-even, as the published reports do. */
    public static BigDecimal rounded(double value, int scale) {
        return new BigDecimal(value).setScale(scale, RoundingMode.HALF_EVEN);
    }
}
