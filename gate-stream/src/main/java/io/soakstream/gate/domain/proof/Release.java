package io.soakstream.gate.domain.proof;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.projection.Projection;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A version of the overrides that the bot is to be told.
 *
 * @param previousHash state hash of the version before; empty: there is none
 * @param iteration whose decision made it; empty: start values, or a command
 * @param commandId command that made it
 */
public record Release(
        long version,
        Overrides overrides,
        String stateHash,
        Optional<String> previousHash,
        OptionalInt iteration,
        Optional<String> commandId) {

    static Release start(Projection projection) {
        return new Release(
                projection.version(),
                projection.overrides(),
                projection.stateHash(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty());
    }

    static Release of(Projection projection, Optional<String> previousHash, ClaimedEvent by) {
        return new Release(
                projection.version(),
                projection.overrides(),
                projection.stateHash(),
                previousHash,
                by.iteration(),
                by.commandId());
    }
}
