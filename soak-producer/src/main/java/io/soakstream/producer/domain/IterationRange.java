package io.soakstream.producer.domain;

import java.util.OptionalInt;

/**
 * Which iterations of a run are meant, both ends included.
 *
 * @param from number of the first; empty: from the beginning
 * @param to number of the last; empty: to the end
 */
public record IterationRange(OptionalInt from, OptionalInt to) {
    /** All of them. */
    public static final IterationRange ALL = new IterationRange(OptionalInt.empty(), OptionalInt.empty());

    /** @throws IllegalArgumentException a number is below 1, or the last is before the first */
    public IterationRange {
        requirePositive("first", from);
        requirePositive("last", to);
        if (from.isPresent() && to.isPresent() && to.getAsInt() < from.getAsInt()) {
            throw new IllegalArgumentException(
                    "the last iteration, " + to.getAsInt() + ", is before the first, " + from.getAsInt());
        }
    }

    public boolean isAll() {
        return from.isEmpty() && to.isEmpty();
    }

    public boolean isBefore(int iteration) {
        return from.isPresent() && iteration < from.getAsInt();
    }

    public boolean isAfter(int iteration) {
        return to.isPresent() && iteration > to.getAsInt();
    }

    @Override
    public String toString() {
        return (from.isPresent() ? String.valueOf(from.getAsInt()) : "the first") + " to "
                + (to.isPresent() ? String.valueOf(to.getAsInt()) : "the last");
    }

    private static void requirePositive(String which, OptionalInt number) {
        if (number.isPresent() && number.getAsInt() < 1) {
            throw new IllegalArgumentException("the " + which + " iteration must be 1 or more: " + number.getAsInt());
        }
    }
}
