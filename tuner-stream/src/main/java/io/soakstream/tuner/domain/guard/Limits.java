package io.soakstream.tuner.domain.guard;

import java.math.BigDecimal;

/** What the guards' numbers must satisfy. */
final class Limits {
    private Limits() {}

    static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + ": " + value + " is below " + least);
        }
    }

    static void positive(String name, BigDecimal value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(name + ": " + value.toPlainString() + " is not above 0");
        }
    }
}
