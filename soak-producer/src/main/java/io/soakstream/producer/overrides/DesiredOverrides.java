package io.soakstream.producer.overrides;

import io.soakstream.schemas.parameter.Overrides;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A version of what a bot must run with.
 *
 * @param version counts up by one with every change in the run, from 1; 0: start values that nobody has released yet
 * @param values every value that is set
 * @param stateHash hash of the nested document (hex SHA-256)
 * @param decidedByIteration iteration whose decision made it; empty: start values, a plan or a command
 * @param commandId command that made it; empty: none did
 * @param decidedAt event time of the decision
 */
public record DesiredOverrides(
        long version,
        Overrides values,
        String stateHash,
        OptionalInt decidedByIteration,
        Optional<String> commandId,
        Instant decidedAt) {

    /** Start values, as they are before the first version is there. */
    public static DesiredOverrides start(Overrides values, Instant startedAt) {
        return new DesiredOverrides(0, values, values.stateHash(), OptionalInt.empty(), Optional.empty(), startedAt);
    }
}
