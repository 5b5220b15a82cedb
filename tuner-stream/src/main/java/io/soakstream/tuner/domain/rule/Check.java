package io.soakstream.tuner.domain.rule;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One part of a rule's condition, with what it found. An unknown value meets nothing.
 *
 * @param subject KPI, count or other rule that is looked at
 * @param value what was found; empty: unknown, or not a number
 * @param comparator how it must lie to the limit; {@code is} and {@code is not} where there is no number
 * @param limit empty: another rule is looked at
 */
public record Check(
        String subject, Optional<BigDecimal> value, String comparator, Optional<BigDecimal> limit, boolean met) {

    static Check atLeast(String subject, Optional<BigDecimal> value, BigDecimal limit) {
        return of(subject, value, ">=", limit, value.filter(found -> found.compareTo(limit) >= 0));
    }

    static Check above(String subject, Optional<BigDecimal> value, BigDecimal limit) {
        return of(subject, value, ">", limit, value.filter(found -> found.compareTo(limit) > 0));
    }

    static Check atMost(String subject, Optional<BigDecimal> value, BigDecimal limit) {
        return of(subject, value, "<=", limit, value.filter(found -> found.compareTo(limit) <= 0));
    }

    static Check below(String subject, Optional<BigDecimal> value, BigDecimal limit) {
        return of(subject, value, "<", limit, value.filter(found -> found.compareTo(limit) < 0));
    }

    static Check isNot(String subject, boolean held) {
        return new Check(subject, Optional.empty(), "is not", Optional.empty(), !held);
    }

    private static Check of(
            String subject, Optional<BigDecimal> value, String comparator, BigDecimal limit, Optional<BigDecimal> met) {
        return new Check(subject, value, comparator, Optional.of(limit), met.isPresent());
    }
}
