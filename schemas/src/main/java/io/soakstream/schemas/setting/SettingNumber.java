package io.soakstream.schemas.setting;

import io.soakstream.schemas.canonical.Decimals;
import java.math.BigDecimal;

/** Numbers of settings, read exactly: as numbers of a tree, or as text. */
final class SettingNumber {
    private SettingNumber() {}

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException the value is none
     * @throws ArithmeticException it is, but a long or JSON cannot hold it
     */
    static long whole(Object value) {
        BigDecimal number = number(value);
        if (number.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException();
        }
        return exact(number).longValueExact();
    }

    /**
     * A decimal in the one form of its value, so that equal settings are equal.
     *
     * @throws IllegalArgumentException the value is none
     * @throws ArithmeticException it is, but JSON cannot hold it
     */
    static BigDecimal decimal(Object value) {
        return new BigDecimal(Decimals.plain(exact(number(value))));
    }

    /** Numbers stand in canonical JSON as doubles: what one cannot tell would change when read back. */
    private static BigDecimal exact(BigDecimal value) {
        if (Double.isInfinite(value.doubleValue())
                || Decimals.shortest(value.doubleValue()).compareTo(value) != 0) {
            throw new ArithmeticException();
        }
        return value;
    }

    private static BigDecimal number(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return Decimals.shortest(((Number) value).doubleValue());
        }
        if (value instanceof Number || value instanceof String) {
            return new BigDecimal(value.toString());
        }
        throw new IllegalArgumentException();
    }
}
