package io.soakstream.producer.source;

import java.util.OptionalInt;

/** The number of an iteration: {@code iteration} of its object, else what its file's name or the caller states. */
final class IterationNumber {
    private IterationNumber() {}

    /** The number, from 1; 0 if it was refused. */
    static int of(FieldReader top, OptionalInt declared) {
        if (!top.has("iteration")) {
            return declared.orElseGet(() -> refuse(top, "is missing"));
        }
        Double number = top.number("iteration");
        if (number == null) {
            return 0;
        }
        if (number != Math.rint(number) || number < 1 || number > Integer.MAX_VALUE) {
            return refuse(top, top.node("iteration") + " is not a whole number from 1 on");
        }
        if (declared.isPresent() && declared.getAsInt() != number.intValue()) {
            return refuse(top, number.intValue() + " is not the " + declared.getAsInt() + " of the file's name");
        }
        return number.intValue();
    }

    private static int refuse(FieldReader top, String message) {
        top.refuse("iteration", message);
        return 0;
    }
}
