package io.soakstream.gate.domain;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** How a value must lie to a threshold. Inclusive exactly as written. */
public enum Comparator {
    AT_MOST("<="),
    BELOW("<"),
    AT_LEAST(">="),
    ABOVE(">");

    private final String sign;

    Comparator(String sign) {
        this.sign = sign;
    }

    /** Sign in policies and records. */
    public String sign() {
        return sign;
    }

    boolean met(BigDecimal value, BigDecimal threshold) {
        int order = value.compareTo(threshold);
        return switch (this) {
            case AT_MOST -> order <= 0;
            case BELOW -> order < 0;
            case AT_LEAST -> order >= 0;
            case ABOVE -> order > 0;
        };
    }

    /** Distance to the threshold in the good direction; negative: missed (unit of the KPI). */
    BigDecimal margin(BigDecimal value, BigDecimal threshold) {
        boolean smallIsGood = this == AT_MOST || this == BELOW;
        return smallIsGood ? threshold.subtract(value) : value.subtract(threshold);
    }

    public static Optional<Comparator> bySign(String sign) {
        return Arrays.stream(values())
                .filter(comparator -> comparator.sign.equals(sign))
                .findFirst();
    }
}
