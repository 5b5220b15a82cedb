package io.soakstream.producer.client;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.RunEnded;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.profile.StartPlan;
import java.time.Instant;
import java.util.Optional;

/** Makes the events of one run. */
record RunEvents(RunKey key) {

    SoakEvent started(RunPlan plan, StartPlan.Start start, Instant at) {
        RunStarted started = RunStarted.newBuilder()
                .setTotalIterations(
                        plan.totalIterations().isPresent()
                                ? plan.totalIterations().getAsInt()
                                : null)
                .setDeclaredHours(
                        plan.declaredHours().isPresent() ? plan.declaredHours().getAsDouble() : null)
                .setPeriodMs(plan.period().toMillis())
                .setProfile(start.profile().orElse(null))
                .setStartOverrides(start.startOverrides())
                .setSchedule(start.schedule())
                .setMode(mode(plan.mode()))
                .setAutoTune(plan.autoTune())
                .build();
        return event(at).setRunStarted(started).build();
    }

    SoakEvent iteration(Iteration iteration) {
        return event(iteration.endedAt())
                .setIterationSummary(iteration.summary())
                .build();
    }

    SoakEvent ended(RunEnding ending, InForce inForce, Optional<String> note, Instant at) {
        RunEnd end =
                switch (ending) {
                    case COMPLETED -> RunEnd.COMPLETED;
                    case ABORTED -> RunEnd.ABORTED;
                };
        return event(at)
                .setRunEnded(new RunEnded(end, inForce.stateHash(), note.orElse(null), null))
                .build();
    }

    private static io.soakstream.schemas.contract.RunMode mode(RunMode mode) {
        return switch (mode) {
            case LIVE -> io.soakstream.schemas.contract.RunMode.LIVE;
            case SIMULATED -> io.soakstream.schemas.contract.RunMode.SIMULATED;
            case SHADOW -> io.soakstream.schemas.contract.RunMode.SHADOW;
        };
    }

    private SoakEvent.Builder event(Instant at) {
        return SoakEvent.newBuilder().setBot(key.bot()).setRun(key.run()).setEventTimeMs(at.toEpochMilli());
    }
}
