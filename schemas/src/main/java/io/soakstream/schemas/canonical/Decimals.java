package io.soakstream.schemas.canonical;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.erdtman.jcs.NumberToJSON;

/** The one way from doubles to decimals and from decimals to text. */
public final class Decimals {
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14
    };

    private static final double FIFTEEN_DIGITS = 1e15;
    /** ECMAScript prints smaller numbers with an exponent. */
    private static final double SMALLEST_PLAIN = 1e-6;

    private static final int NONE = -1;

    /** A number of a window is asked for at each of its iterations. */
    private static final NumberTexts LONG_NUMBERS = new NumberTexts();

    private Decimals() {}

    /**
     * The decimal with the fewest digits that reads back as the same double. {@link Double#toString} does not always
     * find it before Java 19, so a verdict would depend on the Java version.
     *
     * @throws IllegalArgumentException NaN or an infinity
     */
    public static BigDecimal shortest(double value) {
        int scale = scale(value);
        return scale == NONE
                ? new BigDecimal(slowEcmascript(value))
                : BigDecimal.valueOf((long) Math.rint(value * POWERS[scale]), scale);
    }

    /** No two decimals of up to 15 digits are the same double: whichever reads back as the value is the shortest. */
    private static int scale(double value) {
        for (int scale = 0; scale < POWERS.length; scale++) {
            double unscaled = Math.rint(value * POWERS[scale]);
            if (!(Math.abs(unscaled) < FIFTEEN_DIGITS)) {
                return NONE;
            }
            if (unscaled / POWERS[scale] == value) {
                return scale;
            }
        }
        return NONE;
    }

    /**
     * The number as ECMAScript prints it, which is how RFC 8785 wants it.
     *
     * @throws IllegalArgumentException NaN or an infinity
     */
    public static String ecmascript(double value) {
        int scale = Math.abs(value) < SMALLEST_PLAIN && value != 0 ? NONE : scale(value);
        return scale == NONE ? slowEcmascript(value) : plain((long) Math.rint(value * POWERS[scale]), scale);
    }

    /** The digits with the point in its place; with the smallest scale there are no zeros at the end. */
    private static String plain(long unscaled, int scale) {
        if (scale == 0) {
            return Long.toString(unscaled);
        }
        String digits = Long.toString(Math.abs(unscaled));
        StringBuilder text = new StringBuilder(digits.length() + scale + 2);
        text.append(unscaled < 0 ? "-" : "");
        text.append("0".repeat(Math.max(0, scale + 1 - digits.length()))).append(digits);
        return text.insert(text.length() - scale, '.').toString();
    }

    private static String slowEcmascript(double value) {
        return LONG_NUMBERS.text(value, Decimals::print);
    }

    private static String print(double value) {
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
