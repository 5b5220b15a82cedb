package io.soakstream.producer.client;

import io.soakstream.schemas.parameter.Overrides;

/**
 * What a bot runs with now.
 *
 * @param values every value that is set
 * @param stateHash hash of the nested document (hex SHA-256)
 * @param switches how often it changed since the run began (count): an iteration during which this moved is mixed
 */
record InForce(Overrides values, String stateHash, long switches) {

    static InForce start(Overrides values) {
        return new InForce(values, values.stateHash(), 0);
    }

    /** After the bot has taken other values; the same ones again are no change. */
    InForce switchedTo(Overrides other) {
        return values.equals(other) ? this : new InForce(other, other.stateHash(), switches + 1);
    }
}
