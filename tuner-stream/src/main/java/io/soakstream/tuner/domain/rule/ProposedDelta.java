package io.soakstream.tuner.domain.rule;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A move that a rule has claimed. Values are in the parameter's unit and scale.
 *
 * @param boundHit min or max of the catalogue, or {@code limit} of the rule, where the move was cut there
 */
public record ProposedDelta(
        String parameter, String rule, BigDecimal from, BigDecimal delta, BigDecimal to, Optional<String> boundHit) {}
