package io.soakstream.gate.domain.proof;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.projection.EchoRules;
import io.soakstream.schemas.projection.Planned;
import io.soakstream.schemas.projection.Projection;
import java.util.List;
import java.util.OptionalInt;

/**
 * How a run began, with all that the tuner's configuration added.
 *
 * @param totalIterations declared number of iterations (count)
 * @param judgeMode a recording says what was applied
 */
public record Start(
        Overrides overrides,
        boolean autoTune,
        OptionalInt totalIterations,
        boolean judgeMode,
        EchoRules echoes,
        List<Planned> plan) {
    public Start {
        plan = List.copyOf(plan);
    }

    Projection projection() {
        return Projection.start(overrides, autoTune, totalIterations, judgeMode, echoes, plan);
    }
}
