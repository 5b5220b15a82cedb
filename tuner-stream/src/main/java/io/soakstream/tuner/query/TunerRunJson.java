package io.soakstream.tuner.query;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.kpi.KpiStatistics;
import io.soakstream.schemas.projection.Projection;
import io.soakstream.tuner.domain.KpiPoint;
import io.soakstream.tuner.domain.KpiWindow;
import io.soakstream.tuner.domain.RunState;
import io.soakstream.tuner.domain.guard.GuardMemory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a tuner knows of a run, as a tree of JSON. Parameters are numbers at the catalogue's scale. */
public final class TunerRunJson {
    private TunerRunJson() {}

    public static SortedMap<String, Object> tree(TunerRun run) {
        RunState state = run.state();
        SortedMap<String, Object> tree = new TreeMap<>();
        tree.put("run_key", run.key());
        tree.put("provisional", true);
        tree.put("stale", run.stale());
        tree.put("ended", state.ended());
        tree.put("sequence", state.sequence());
        tree.put("last_event_time_ms", state.lastEventTimeMs());
        tree.put("last_iteration", state.lastIteration());
        tree.put("iterations_total", state.iterationsTotal());
        tree.put("window", window(state.window()));
        tree.put("guards", run.guards().map(TunerRunJson::guards).orElse(null));
        tree.put(
                "overrides",
                state.live().map(live -> overrides(live.projection())).orElse(null));
        tree.put("mode", state.live().map(live -> live.facts().mode().name()).orElse(null));
        tree.put(
                "tuning", state.live().map(live -> live.facts().tuning().name()).orElse(null));
        tree.put("silent_ticks", state.live().map(RunState.Live::ticks).orElse(0));
        return tree;
    }

    private static Map<String, Object> window(KpiWindow window) {
        SortedMap<String, Object> tree = new TreeMap<>();
        tree.put("capacity", window.capacity());
        tree.put("iterations", window.iterations());
        tree.put("gaps", window.gaps());
        tree.put("points", window.points().stream().map(TunerRunJson::point).toList());
        tree.put(
                "statistics",
                window.statistics().stream().map(TunerRunJson::statistics).toList());
        return tree;
    }

    private static Map<String, Object> point(KpiPoint point) {
        SortedMap<String, Object> tree = new TreeMap<>();
        point.values().forEach((kpi, value) -> tree.put(kpi.field(), value));
        tree.put("iteration", point.iteration());
        return tree;
    }

    /** As the records have it, so that a reader needs one way for both. */
    private static Map<String, Object> statistics(KpiStatistics statistics) {
        SortedMap<String, Object> tree = new TreeMap<>();
        tree.put("kpi", statistics.kpi().field());
        tree.put("samples", statistics.samples());
        tree.put("missing", statistics.missing());
        tree.put("last", statistics.summary().map(KpiStatistics.Summary::last).orElse(null));
        tree.put("mean", statistics.summary().map(KpiStatistics.Summary::mean).orElse(null));
        tree.put(
                "median",
                statistics.summary().map(KpiStatistics.Summary::median).orElse(null));
        tree.put("min", statistics.summary().map(KpiStatistics.Summary::min).orElse(null));
        tree.put("max", statistics.summary().map(KpiStatistics.Summary::max).orElse(null));
        tree.put(
                "harmonic_mean",
                statistics
                        .summary()
                        .flatMap(KpiStatistics.Summary::harmonicMean)
                        .orElse(null));
        tree.put(
                "trend",
                statistics.summary().map(summary -> summary.trend().name()).orElse("UNKNOWN"));
        return tree;
    }

    private static Map<String, Object> guards(GuardMemory memory) {
        SortedMap<String, Object> tree = new TreeMap<>();
        tree.put(
                "debounced",
                GuardView.of(memory).stream().map(TunerRunJson::guard).toList());
        tree.put("frozen_subsystems", List.copyOf(memory.partialFreeze().subsystems()));
        tree.put("frozen_since_ms", memory.partialFreeze().sinceMs());
        tree.put("steady", memory.steadyFreeze().steady());
        tree.put("steady_freeze_left", memory.steadyFreeze().left());
        tree.put("cooling", memory.cooling());
        tree.put("applied_in_a_row", memory.appliedInARow());
        tree.put("states", memory.states());
        return tree;
    }

    private static Map<String, Object> guard(GuardView guard) {
        return new TreeMap<>(Map.of(
                "guard", guard.guard(),
                "raw", guard.raw(),
                "debounced", guard.debounced(),
                "since_ms", guard.sinceMs(),
                "samples", guard.samples(),
                "raw_since_ms", guard.rawSinceMs()));
    }

    private static Map<String, Object> overrides(Projection projection) {
        SortedMap<String, BigDecimal> values = new TreeMap<>();
        projection.overrides().values().forEach((name, value) -> values.put(name, plain(value)));
        SortedMap<String, Object> tree = new TreeMap<>();
        tree.put("version", projection.version());
        tree.put("state_hash", projection.stateHash());
        tree.put("values", values);
        tree.put("auto_tune", projection.switches().autoTune());
        tree.put("commanded_freeze", projection.switches().freeze().total());
        tree.put(
                "commanded_subsystems",
                List.copyOf(projection.switches().freeze().subsystems()));
        tree.put("verification", projection.confirmation().state().name());
        tree.put("echoed_hash", projection.confirmation().lastEcho().orElse(null));
        return tree;
    }

    private static BigDecimal plain(BigDecimal value) {
        return new BigDecimal(Decimals.plain(value));
    }
}
