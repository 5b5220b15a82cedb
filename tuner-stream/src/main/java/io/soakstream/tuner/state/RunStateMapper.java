package io.soakstream.tuner.state;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.tuner.domain.RunMode;
import io.soakstream.tuner.domain.RunState;
import io.soakstream.tuner.domain.TuningMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Between the run's state in the rules and its bytes in the store. One for each stream task: not for several threads. */
public final class RunStateMapper {
    private final ParameterCatalogue catalogue;
    private final RecentOverrides recent = new RecentOverrides();

    public RunStateMapper(ParameterCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    public TunerRunState toStore(RunState state) {
        return new TunerRunState(
                state.ended(),
                state.facts().map(RunStateMapper::facts).orElse(null),
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
                stored.getEnded(),
                Optional.ofNullable(stored.getFacts()).map(this::facts),
                stored.getSequence(),
                stored.getLastEventTimeMs(),
                stored.getIterationsTotal(),
                PackedHistory.unpackSeen(stored.getRecent()),
                PackedHistory.unpackWindow(stored.getWindowCapacity(), stored.getWindowKpis(), stored.getWindow()));
    }

    private static TunerRunFacts facts(RunState.Facts facts) {
        return TunerRunFacts.newBuilder()
                .setMode(facts.mode().name())
                .setTuning(facts.tuning().name())
                .setTotalIterations(
                        facts.totalIterations().isPresent()
                                ? facts.totalIterations().getAsInt()
                                : null)
                .setPeriodMs(facts.periodMs())
                .setAutoTune(facts.autoTune())
                .setTimesSynthesised(facts.timesSynthesised())
                .setStateHash(facts.stateHash())
                .setOverrides(facts.overrides().values().entrySet().stream()
                        .map(entry -> new TunerOverride(entry.getKey(), Decimals.plain(entry.getValue())))
                        .toList())
                .build();
    }

    private RunState.Facts facts(TunerRunFacts stored) {
        Integer total = stored.getTotalIterations();
        return new RunState.Facts(
                RunMode.valueOf(stored.getMode()),
                TuningMode.valueOf(stored.getTuning()),
                total == null ? OptionalInt.empty() : OptionalInt.of(total),
                stored.getPeriodMs(),
                stored.getAutoTune(),
                stored.getTimesSynthesised(),
                recent.computeIfAbsent(stored.getStateHash(), hash -> overrides(stored)),
                stored.getStateHash());
    }

    private Overrides overrides(TunerRunFacts stored) {
        Map<String, BigDecimal> values = new TreeMap<>();
        stored.getOverrides().forEach(entry -> values.put(entry.getName(), new BigDecimal(entry.getValue())));
        return Overrides.startingFrom(catalogue, values);
    }
}
