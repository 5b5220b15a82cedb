package io.soakstream.gate.account;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A proposed move of one parameter. Another tuner's recording gives the difference alone.
 *
 * @param delta signed difference; empty: what the record says is no decimal (catalogue unit, as for {@code from} and
 *     {@code to})
 * @param rule that asked for it
 * @param bound min, max or the rule's limit where it was cut there
 */
public record ProposedMove(
        String parameter,
        Optional<BigDecimal> delta,
        Optional<BigDecimal> from,
        Optional<BigDecimal> to,
        Optional<String> rule,
        Optional<String> bound) {}
