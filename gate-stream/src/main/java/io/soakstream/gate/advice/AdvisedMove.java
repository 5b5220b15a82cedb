package io.soakstream.gate.advice;

import io.soakstream.schemas.parameter.Parameter.Bound;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One parameter that should be moved.
 *
 * @param path section and name, as in the bot's file
 * @param current value that the bot is known to have ended with, or to have begun with (unit of the catalogue)
 * @param proposed as {@code current} where there is no room left
 * @param step what was added or multiplied by, as text
 * @param bound where the move was cut
 */
public record AdvisedMove(
        String path, String unit, BigDecimal current, BigDecimal proposed, String step, Optional<Bound> bound) {

    /** Whether there is room for it. */
    public boolean isPossible() {
        return current.compareTo(proposed) != 0;
    }
}
