package io.soakstream.producer.loop;

import io.soakstream.schemas.parameter.Overrides;

/**
 * What a bot runs with during one iteration.
 *
 * @param atBegin until the middle
 * @param atEnd from the middle on
 */
public record InForce(Overrides atBegin, Overrides atEnd) {

    /** The same throughout. */
    public static InForce throughout(Overrides values) {
        return new InForce(values, values);
    }

    /** Whether they changed in the middle. */
    public boolean mixed() {
        return !atBegin.equals(atEnd);
    }
}
