package io.soakstream.producer.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Text of a parameter's value: plain decimal notation without trailing zeros. */
public final class PlainDecimal {
    /** More than any parameter's scale, and few enough to drop the noise of binary fractions (0.020000000000000004). */
    private static final int DECIMALS = 9;

    private PlainDecimal() {}

    public static String of(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
