package io.soakstream.tuner.domain.guard;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.projection.CommandedFreeze;
import java.util.Optional;

/** What the guards look at, in iterations that are declared to be five minutes apart and say nothing else. */
final class GuardInputs {
    private static final long PERIOD_MS = 300_000;

    private GuardInputs() {}

    static GuardInput of(int ordinal, long timeMs, Overrides current) {
        return new GuardInput(
                ordinal,
                timeMs,
                PERIOD_MS,
                current,
                CommandedFreeze.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
