package io.soakstream.gate.report.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.soakstream.schemas.canonical.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Columns by iteration: numbers as arrays, states as one letter each. */
final class Columns {
    /** Decimals that a value is given with: more than anything shows, less than a double has. */
    private static final int SCALE = 6;

    private static final double POWER = 1e6;
    /** Below it every number of six decimals is exact as a long. */
    private static final double LARGEST = 1e9;

    private Columns() {}

    /** One letter for each iteration. */
    static <T> String letters(List<T> iterations, Function<T, Character> letter) {
        StringBuilder letters = new StringBuilder(iterations.size());
        iterations.forEach(iteration -> letters.append(letter.apply(iteration)));
        return letters.toString();
    }

    /** Rounded half-even; null where there is none. */
    static ArrayNode rounded(List<Optional<Double>> values) {
        ArrayNode column = JsonNodeFactory.instance.arrayNode(values.size());
        values.forEach(value -> value.map(Columns::rounded).ifPresentOrElse(column::add, column::addNull));
        return column;
    }

    /** What is decided is rounded exactly; this is only shown, and there are a hundred thousand of them in a long run. */
    static BigDecimal rounded(double value) {
        return Math.abs(value) < LARGEST
                ? stripped(BigDecimal.valueOf((long) Math.rint(value * POWER), SCALE))
                : stripped(Decimals.rounded(value, SCALE));
    }

    /** With the digits that it needs, never with an exponent. */
    static BigDecimal stripped(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
