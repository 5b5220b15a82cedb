package io.soakstream.schemas.canonical;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.erdtman.jcs.NumberToJSON;

/** The one way from doubles to decimals and from decimals to text. */
public final class Decimals {
    private Decimals() {}

    /**
     * The decimal with the fewest digits that reads back as the same double. {@link Double#toString} does not always
     * find it before Java 19, so a verdict would depend on the Java version.
     *
     * @throws IllegalArgumentException NaN or an infinity
     */
    public static BigDecimal shortest(double value) {
        try {
            return new BigDecimal(NumberToJSON.serializeNumber(value));
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
