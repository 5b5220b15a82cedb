package io.soakstream.gate.mapping;

import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.parameter.InvalidParameterException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Decimals as they stand in records. */
public final class GivenDecimals {
    /** Longer ones are not of this world: the decimal 1E+999999999 is valid and takes a gigabyte to round. */
    private static final int MAX_LENGTH = 40;

    private GivenDecimals() {}

    /** @throws InvalidParameterException it is no decimal, or an endless one */
    static BigDecimal decimal(String field, String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            if (text.length() <= MAX_LENGTH && Math.abs((long) value.scale()) <= MAX_LENGTH) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw new InvalidParameterException(field + ": '" + text + "' is not a decimal", notANumber);
        }
        throw new InvalidParameterException(field + ": longer than " + MAX_LENGTH + " digits");
    }

    /** Empty: there is none, or it is not one. */
    public static Optional<BigDecimal> readable(String text) {
        try {
            return Optional.ofNullable(text).filter(given -> !given.isEmpty()).map(given -> decimal("value", given));
        } catch (InvalidParameterException none) {
            return Optional.empty();
        }
    }

    /** @throws InvalidParameterException as {@link #decimal} */
    static Map<String, BigDecimal> decimals(String field, List<ParameterValue> values) {
        Map<String, BigDecimal> decimals = new TreeMap<>();
        values.forEach(
                value -> decimals.put(value.getName(), decimal(field + "." + value.getName(), value.getValue())));
        return decimals;
    }
}
