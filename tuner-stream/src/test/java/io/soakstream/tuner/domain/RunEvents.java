package io.soakstream.tuner.domain;

import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.Echo;
import io.soakstream.schemas.projection.RecordedOutcome;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Events of a run whose iterations are five minutes apart. */
public final class RunEvents {
    public static final long START_MS = 1_760_270_400_000L;
    public static final long PERIOD_MS = 300_000;

    private RunEvents() {}

    /** Simulated: not ticked, echoes count. */
    public static RunEvent.Started started(Map<String, BigDecimal> overrides) {
        return started(RunMode.SIMULATED, OptionalInt.empty(), true, overrides, List.of());
    }

    public static RunEvent.Started started(
            RunMode mode,
            OptionalInt total,
            boolean autoTune,
            Map<String, BigDecimal> overrides,
            List<RunEvent.PlannedValues> plan) {
        return new RunEvent.Started(
                START_MS,
                Optional.empty(),
                mode,
                TuningMode.OWN,
                total,
                PERIOD_MS,
                autoTune,
                false,
                overrides,
                plan,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    /** @param decidedBy decision configuration that the recorded run was decided by */
    public static RunEvent.Started started(
            RunMode mode, TuningMode tuning, Optional<String> decidedBy, OptionalInt confirmWithin) {
        return new RunEvent.Started(
                START_MS,
                Optional.empty(),
                mode,
                tuning,
                OptionalInt.empty(),
                PERIOD_MS,
                true,
                false,
                Map.of(),
                List.of(),
                Optional.empty(),
                decidedBy,
                confirmWithin);
    }

    public static RunEvent.Iteration iteration(int number, Map<Kpi, Double> kpis) {
        return iteration(number, kpis, Echo.silent());
    }

    public static RunEvent.Iteration iteration(int number, Map<Kpi, Double> kpis, Echo echo) {
        return new RunEvent.Iteration(
                timeMs(number), Optional.empty(), new KpiPoint(number, kpis), number, Map.of(), echo, Optional.empty());
    }

    public static RunEvent.Iteration recorded(int number, RecordedOutcome outcome) {
        return new RunEvent.Iteration(
                timeMs(number),
                Optional.empty(),
                new KpiPoint(number, Map.of()),
                number,
                Map.of(),
                Echo.silent(),
                Optional.of(outcome));
    }

    public static RunEvent.Control command(
            String id, Command.Action action, Map<String, BigDecimal> values, Set<String> subsystems) {
        return command(
                new Command(id, action, values, subsystems, OptionalInt.empty(), Optional.empty()),
                START_MS,
                Optional.empty());
    }

    public static RunEvent.Control command(Command command, long issuedAtMs, Optional<String> signatureFault) {
        return new RunEvent.Control(
                START_MS, Optional.empty(), command, issuedAtMs, command.hashCode(), signatureFault);
    }

    public static RunEvent.Ended ended() {
        return new RunEvent.Ended(START_MS, Echo.silent(), OptionalInt.empty());
    }

    public static long timeMs(int iteration) {
        return START_MS + (iteration - 1) * PERIOD_MS;
    }

    /** An echo of a hash that was in force for the whole iteration. */
    public static Echo echo(String hash) {
        return new Echo(Optional.of(hash), false);
    }

    /** KPIs at which no rule wants anything. */
    public static Map<Kpi, Double> quiet() {
        return kpis(3.5, 0.37, 0.9, 200.0, 1.0, 1.0);
    }

    /** KPIs at which AGGRESSIVE fires, and nothing else. */
    public static Map<Kpi, Double> risky() {
        return kpis(3.5, 0.7, 0.9, 200.0, 1.0, 1.0);
    }

    /** KPIs at which NORMALIZE fires, and nothing else. */
    public static Map<Kpi, Double> good() {
        return kpis(3.5, 0.2, 0.9, 200.0, 1.0, 1.0);
    }

    /** Null: unknown. */
    public static Map<Kpi, Double> kpis(
            Double net, Double risk, Double share, Double p95, Double adverse, Double slippage) {
        Map<Kpi, Double> values = new EnumMap<>(Kpi.class);
        put(values, Kpi.NET_BPS, net);
        put(values, Kpi.RISK_RATIO, risk);
        put(values, Kpi.MAKER_TAKER_RATIO, share);
        put(values, Kpi.P95_LATENCY_MS, p95);
        put(values, Kpi.ADVERSE_BPS_P95, adverse);
        put(values, Kpi.SLIPPAGE_BPS_P95, slippage);
        return values;
    }

    private static void put(Map<Kpi, Double> values, Kpi kpi, Double value) {
        if (value != null) {
            values.put(kpi, value);
        }
    }
}
