package io.soakstream.schemas.profile;

import io.soakstream.schemas.parameter.Parameter;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a preset does to one parameter.
 *
 * @param operand in the parameter's unit for {@code ADD}, a factor for {@code MUL}
 */
record Operation(Parameter parameter, Kind kind, BigDecimal operand) {

    /** How the operand is used. */
    enum Kind {
        ADD,
        MUL;

        static Optional<Kind> byWord(String word) {
            return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    BigDecimal unbounded(BigDecimal current) {
        return kind == Kind.ADD ? current.add(operand) : current.multiply(operand);
    }

    /** The result, rounded once and kept inside the bounds. */
    Parameter.Clamped on(BigDecimal current) {
        return parameter.add(unbounded(current), BigDecimal.ZERO);
    }
}
