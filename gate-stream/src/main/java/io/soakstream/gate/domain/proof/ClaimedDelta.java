package io.soakstream.gate.domain.proof;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A move that a decision proposes. Values are in the parameter's unit.
 *
 * @param bound min or max of the catalogue, or limit of the rule, where the move was cut there
 */
public record ClaimedDelta(
        String parameter, BigDecimal from, BigDecimal delta, BigDecimal to, Optional<String> bound) {}
