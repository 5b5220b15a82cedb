package io.soakstream.gate.report.metrics;

import static io.soakstream.gate.report.metrics.MetricFamily.counter;
import static io.soakstream.gate.report.metrics.MetricFamily.gauge;

import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.account.RunPhase;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.kpi.Kpi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every iteration by itself, with the phase of its run. */
final class IterationMetrics {
    private static final List<String> GUARDS =
            List.of("velocity", "latency_soft", "latency_hard", "oscillation", "freeze", "cooldown");
    private static final Map<VerdictLevel, Long> GATE_STATUS =
            Map.of(VerdictLevel.FAIL, 0L, VerdictLevel.WARN, 1L, VerdictLevel.PASS, 2L);

    private IterationMetrics() {}

    static List<MetricFamily> of(RunAccount account, Verdict leading) {
        List<MetricFamily> families = new ArrayList<>();
        families.add(gauge("warmup_exporter_error", "The metrics could not be made (1: yes)")
                .sample(0L));
        families.addAll(phases(account));
        families.addAll(kpis(account));
        MetricFamily triggers =
                counter("guard_triggers_total", "Iterations of the run in which a guard held, by guard");
        GUARDS.forEach(guard -> triggers.sample(WindowMetrics.held(account, guard), "type", guard));
        families.add(triggers);
        families.add(changes(account));
        families.add(gates(account, leading.getPolicy()));
        return families;
    }

    private static List<MetricFamily> phases(RunAccount account) {
        MetricFamily warmup = gauge("warmup_active", "The run was warming up (1: yes)");
        MetricFamily index = gauge("warmup_iter_idx", "Number of the iteration while warming up, else 0");
        MetricFamily rampdown =
                gauge("rampdown_active", "The run was on its way from warm-up to its own values (1: yes)");
        MetricFamily phases = gauge("soak_phase_name", "Phase of the run (0: warm-up, 1: ramp-down, 2: steady)");
        for (IterationAccount iteration : account.iterations()) {
            String number = String.valueOf(iteration.iteration());
            RunPhase phase = account.run().phase(iteration.iteration());
            warmup.sample(phase == RunPhase.WARMUP ? 1L : 0L, "iteration", number);
            index.sample(phase == RunPhase.WARMUP ? iteration.iteration() : 0L, "iteration", number);
            rampdown.sample(phase == RunPhase.RAMPDOWN ? 1L : 0L, "iteration", number);
            phases.sample(phase.ordinal(), "iteration", number, "phase", phase.name());
        }
        return List.of(warmup, index, rampdown, phases);
    }

    private static List<MetricFamily> kpis(RunAccount account) {
        return List.of(
                kpi(account, "soak_maker_taker_ratio", "Maker share of the iteration", Kpi.MAKER_TAKER_RATIO),
                kpi(account, "soak_net_bps", "Net edge of the iteration (bps)", Kpi.NET_BPS),
                kpi(account, "soak_risk_ratio", "Risk ratio of the iteration", Kpi.RISK_RATIO),
                kpi(account, "soak_p95_latency_ms", "p95 latency of the iteration (ms)", Kpi.P95_LATENCY_MS));
    }

    /** What an iteration has no value of has no sample. */
    private static MetricFamily kpi(RunAccount account, String name, String help, Kpi kpi) {
        MetricFamily family = gauge(name, help);
        for (IterationAccount iteration : account.iterations()) {
            iteration
                    .value(kpi)
                    .ifPresent(value -> family.sample(
                            value.doubleValue(),
                            "iteration",
                            String.valueOf(iteration.iteration()),
                            "phase",
                            account.run().phase(iteration.iteration()).name()));
        }
        return family;
    }

    private static MetricFamily changes(RunAccount account) {
        MetricFamily family = counter("tuner_keys_changed_total", "Parameters that changed in the iteration");
        account.iterations()
                .forEach(iteration -> family.sample(
                        iteration.tuning().changed().size(), "iteration", String.valueOf(iteration.iteration())));
        return family;
    }

    /** What could not be concluded has no sample. */
    private static MetricFamily gates(RunAccount account, String policy) {
        MetricFamily family =
                gauge("kpi_gate_status", "Verdict of the leading policy at the iteration (0: FAIL, 1: WARN, 2: PASS)");
        for (IterationAccount iteration : account.iterations()) {
            Optional<Verdict> verdict = iteration.verdict(policy);
            verdict.map(Verdict::getVerdict)
                    .map(GATE_STATUS::get)
                    .ifPresent(status ->
                            family.sample(status.longValue(), "iteration", String.valueOf(iteration.iteration())));
        }
        return family;
    }
}
