package io.soakstream.tuner.state;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.tuner.domain.KpiPoint;
import io.soakstream.tuner.domain.KpiWindow;
import io.soakstream.tuner.domain.RunMode;
import io.soakstream.tuner.domain.RunState;
import io.soakstream.tuner.domain.TuningMode;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Between the run's state in the rules and its bytes in the store. */
public final class RunStateMapper {
    private final ParameterCatalogue catalogue;

    public RunStateMapper(ParameterCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    public TunerRunState toStore(RunState state) {
        return TunerRunState.newBuilder()
                .setEnded(state.ended())
                .setFacts(state.facts().map(RunStateMapper::facts).orElse(null))
                .setSequence(state.sequence())
                .setLastEventTimeMs(state.lastEventTimeMs())
                .setIterationsTotal(state.iterationsTotal())
                .setRecent(state.recent().stream()
                        .map(seen -> new TunerSeenIteration(seen.iteration(), seen.contentHash()))
                        .toList())
                .setWindowCapacity(state.window().capacity())
                .setWindow(state.window().points().stream()
                        .map(RunStateMapper::point)
                        .toList())
                .build();
    }

    public RunState fromStore(TunerRunState stored) {
        return new RunState(
                stored.getEnded(),
                Optional.ofNullable(stored.getFacts()).map(this::facts),
                stored.getSequence(),
                stored.getLastEventTimeMs(),
                stored.getIterationsTotal(),
                stored.getRecent().stream()
                        .map(seen -> new RunState.Seen(seen.getIteration(), seen.getContentHash()))
                        .toList(),
                new KpiWindow(
                        stored.getWindowCapacity(),
                        stored.getWindow().stream().map(RunStateMapper::point).toList()));
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
        Map<String, BigDecimal> values = new TreeMap<>();
        stored.getOverrides().forEach(entry -> values.put(entry.getName(), new BigDecimal(entry.getValue())));
        Integer total = stored.getTotalIterations();
        return new RunState.Facts(
                RunMode.valueOf(stored.getMode()),
                TuningMode.valueOf(stored.getTuning()),
                total == null ? OptionalInt.empty() : OptionalInt.of(total),
                stored.getPeriodMs(),
                stored.getAutoTune(),
                stored.getTimesSynthesised(),
                Overrides.startingFrom(catalogue, values),
                stored.getStateHash());
    }

    private static TunerKpiPoint point(KpiPoint point) {
        List<TunerKpiValue> values = point.values().entrySet().stream()
                .map(entry -> new TunerKpiValue(entry.getKey().field(), entry.getValue()))
                .toList();
        return new TunerKpiPoint(point.iteration(), values);
    }

    private static KpiPoint point(TunerKpiPoint stored) {
        Map<Kpi, Double> values = new EnumMap<>(Kpi.class);
        stored.getValues()
                .forEach(entry -> Kpi.byField(entry.getKpi()).ifPresent(kpi -> values.put(kpi, entry.getValue())));
        return new KpiPoint(stored.getIteration(), values);
    }
}
