package io.soakstream.tuner.domain.rule;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.Parameter;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a rule wants of one parameter: a value in one direction, up to its own limit.
 *
 * @param wanted value before any limit (unit of the parameter)
 * @param limit the rule's own limit, in the direction of the move; empty: none
 */
public record Move(String parameter, Direction direction, BigDecimal wanted, Optional<BigDecimal> limit) {

    /** The only way that the rule may move the parameter. */
    public enum Direction {
        UP,
        DOWN
    }

    static Move up(Overrides current, String parameter, BigDecimal step, BigDecimal limit) {
        return upTo(parameter, now(current, parameter).add(step), Optional.of(limit));
    }

    static Move up(Overrides current, String parameter, BigDecimal step) {
        return upTo(parameter, now(current, parameter).add(step), Optional.empty());
    }

    static Move upTo(String parameter, BigDecimal wanted, Optional<BigDecimal> limit) {
        return new Move(parameter, Direction.UP, wanted, limit);
    }

    static Move down(Overrides current, String parameter, BigDecimal step, BigDecimal limit) {
        return new Move(parameter, Direction.DOWN, now(current, parameter).subtract(step), Optional.of(limit));
    }

    static Move down(Overrides current, String parameter, BigDecimal step) {
        return downTo(parameter, now(current, parameter).subtract(step));
    }

    static Move downTo(String parameter, BigDecimal wanted) {
        return new Move(parameter, Direction.DOWN, wanted, Optional.empty());
    }

    /** Tunables always have a value. */
    static BigDecimal now(Overrides current, String parameter) {
        return current.value(parameter).orElseThrow();
    }

    /** The delta that this leads to; empty: at or beyond the limit or the bound already, or less than one unit of scale. */
    Optional<ProposedDelta> from(BigDecimal current, Parameter definition, String rule) {
        BigDecimal limited = limit.map(own -> direction == Direction.UP ? wanted.min(own) : wanted.max(own))
                .orElse(wanted);
        Parameter.Clamped target = definition.add(limited, BigDecimal.ZERO);
        BigDecimal delta = target.value().subtract(current);
        if (delta.signum() != (direction == Direction.UP ? 1 : -1)) {
            return Optional.empty();
        }
        Optional<String> bound = target.bound()
                .map(hit -> hit == Parameter.Bound.MIN ? "min" : "max")
                .or(() -> limited.compareTo(wanted) == 0 ? Optional.empty() : Optional.of("limit"));
        return Optional.of(new ProposedDelta(definition.name(), rule, current, delta, target.value(), bound));
    }
}
