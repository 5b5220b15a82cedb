package io.soakstream.tuner.state;

import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Confirmation;
import io.soakstream.schemas.projection.Projection;
import io.soakstream.tuner.domain.CommandLog;
import io.soakstream.tuner.domain.RunMode;
import io.soakstream.tuner.domain.RunState;
import io.soakstream.tuner.domain.TuningMode;
import io.soakstream.tuner.domain.rule.RuleMemory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Between the run's state in the rules and its bytes in the store. One for each stream task: not for several threads. */
public final class RunStateMapper {
    private final ProjectionMapper projections;

    public RunStateMapper(ParameterCatalogue catalogue) {
        this.projections = new ProjectionMapper(catalogue);
    }

    public TunerRunState toStore(RunState state) {
        return new TunerRunState(
                state.ended(),
                state.live().map(RunStateMapper::facts).orElse(null),
                state.sequence(),
                state.lastEventTimeMs(),
                state.iterationsTotal(),
                PackedHistory.packSeen(state.recent()),
                state.window().capacity(),
                state.window().points().isEmpty() ? List.of() : PackedHistory.KPIS,
                PackedHistory.packPoints(state.window().points()));
    }

    public RunState fromStore(TunerRunState stored) {
        return new RunState(
                Optional.ofNullable(stored.getFacts()).map(this::live),
                stored.getSequence(),
                stored.getLastEventTimeMs(),
                stored.getIterationsTotal(),
                PackedHistory.unpackSeen(stored.getRecent()),
                PackedHistory.unpackWindow(stored.getWindowCapacity(), stored.getWindowKpis(), stored.getWindow()));
    }

    /** By the constructor: a builder looks up the default of every field that is not set. */
    private static TunerRunFacts facts(RunState.Live live) {
        RunState.Facts facts = live.facts();
        Projection projection = live.projection();
        Confirmation confirmation = projection.confirmation();
        long forgotten = live.commands().forgottenIssuedAtMs();
        return new TunerRunFacts(
                facts.mode().name(),
                facts.tuning().name(),
                nullable(projection.totalIterations()),
                facts.periodMs(),
                projection.autoTune(),
                facts.timesSynthesised(),
                projection.stateHash(),
                ProjectionMapper.toStore(projection.overrides().values()),
                facts.origin().orElse(null),
                projection.version(),
                projection.echoes().ignored(),
                projection.echoes().otherConfiguration(),
                projection.echoes().confirmWithin(),
                confirmation.state().name(),
                confirmation.echoing(),
                confirmation.waited(),
                nullable(confirmation.changedBy()),
                confirmation.lastEcho().orElse(null),
                ProjectionMapper.plan(projection),
                live.rules().negativeIterations(),
                live.rules().sinceFallback(),
                live.commands().seen().stream()
                        .map(seen -> new TunerCommand(seen.id(), seen.contentHash(), seen.issuedAtMs()))
                        .toList(),
                forgotten == Long.MIN_VALUE ? null : forgotten,
                projection.switches().freeze().total(),
                List.copyOf(projection.switches().freeze().subsystems()),
                facts.pinned().orElse(null),
                live.ticks());
    }

    private RunState.Live live(TunerRunFacts stored) {
        return new RunState.Live(
                new RunState.Facts(
                        RunMode.valueOf(stored.getMode()),
                        TuningMode.valueOf(stored.getTuning()),
                        stored.getPeriodMs(),
                        stored.getTimesSynthesised(),
                        Optional.ofNullable(stored.getOrigin()),
                        Optional.ofNullable(stored.getPinned())),
                projections.fromStore(stored),
                new RuleMemory(stored.getNegativeIterations(), stored.getSinceFallback()),
                commands(stored),
                stored.getTicks());
    }

    private static CommandLog commands(TunerRunFacts stored) {
        Long forgotten = stored.getForgottenIssuedAtMs();
        return new CommandLog(
                stored.getCommands().stream()
                        .map(seen -> new CommandLog.Seen(seen.getId(), seen.getContentHash(), seen.getIssuedAtMs()))
                        .toList(),
                forgotten == null ? Long.MIN_VALUE : forgotten);
    }

    private static Integer nullable(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
