package io.soakstream.gate.account;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A parameter that changed. Of another tuner's recording only the name is known, unless its bot says what it runs with.
 *
 * @param before empty: it was not set, or is not known
 * @param delta signed difference
 * @param after empty: it is no longer set, or is not known
 * @param bound min or max where it was clamped
 */
public record ChangedValue(
        String parameter,
        Optional<BigDecimal> before,
        Optional<BigDecimal> delta,
        Optional<BigDecimal> after,
        Optional<String> bound) {

    static ChangedValue named(String parameter) {
        return new ChangedValue(parameter, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
