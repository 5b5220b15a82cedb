package io.soakstream.producer.domain;

import java.math.BigDecimal;

/**
 * The unit of risk and block ratios in a source. It is declared, never guessed: 1 is everything as a ratio and next to
 * nothing as a percentage, and no value tells which was meant.
 */
public enum RiskUnit {
    RATIO("ratio", 1),
    PERCENT("percent", 100);

    private final String word;
    private final int whole;

    RiskUnit(String word, int whole) {
        this.word = word;
        this.whole = whole;
    }

    public String word() {
        return word;
    }

    /** Whether the value lies in the range of this unit, 0..1 or 0..100; NaN does not. */
    public boolean allows(double value) {
        return value >= 0 && value <= whole;
    }

    /** An allowed value as a ratio; the division is decimal, so that 0.9 percent is 0.009 exactly. */
    public double toRatio(double value) {
        return this == RATIO
                ? value
                : BigDecimal.valueOf(value).movePointLeft(2).doubleValue();
    }

    /** The range and the unit, for a message about a value outside it. */
    public String range() {
        return "0.." + whole + " (unit: " + word + (this == RATIO ? "; use --risk-unit percent for percentages)" : ")");
    }
}
