package io.soakstream.gate.report.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.soakstream.gate.account.IterationAccount;
import io.soakstream.schemas.canonical.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Columns by iteration: numbers as arrays, states as one letter each. */
final class Columns {
    /** Decimals that a value is given with: more than anything shows, less than a double has. */
    private static final int SCALE = 6;

    private Columns() {}

    /** One letter for each iteration. */
    static String letters(List<IterationAccount> iterations, Function<IterationAccount, Character> letter) {
        StringBuilder letters = new StringBuilder(iterations.size());
        iterations.forEach(iteration -> letters.append(letter.apply(iteration)));
        return letters.toString();
    }

    /** Rounded half-even; null where there is none. */
    static ArrayNode rounded(List<IterationAccount> iterations, Function<IterationAccount, Optional<Double>> value) {
        ArrayNode column = JsonNodeFactory.instance.arrayNode(iterations.size());
        iterations.forEach(iteration ->
                value.apply(iteration).map(Columns::rounded).ifPresentOrElse(column::add, column::addNull));
        return column;
    }

    static BigDecimal rounded(double value) {
        return stripped(Decimals.rounded(value, SCALE));
    }

    /** With the digits that it needs, never with an exponent. */
    static BigDecimal stripped(BigDecimal value) {
        return new BigDecimal(Decimals.plain(value));
    }
}
