package io.soakstream.gate.report.metrics;

import static io.soakstream.gate.report.metrics.MetricFamily.counter;
import static io.soakstream.gate.report.metrics.MetricFamily.gauge;

import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.GuardActivity;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.kpi.Kpi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a snapshot says: means and counts of the window as gauges, counts of the run as counters beside them. */
final class WindowMetrics {
    /** Was not published, so its gauge need not have the suffix that the text format reserves for histograms. */
    private static final String FREEZE = "freeze";

    /** As published. */
    private static final int MEAN_SCALE = 3;

    private static final List<String> COUNTED_GUARDS = List.of("velocity", "cooldown", "oscillation", FREEZE);

    private final RunAccount account;
    private final List<Verdict> verdicts;
    private final Verdict leading;

    private WindowMetrics(RunAccount account, List<Verdict> verdicts) {
        this.account = account;
        this.verdicts = verdicts;
        this.leading = verdicts.get(0);
    }

    static List<MetricFamily> of(RunAccount account, List<Verdict> verdicts) {
        WindowMetrics metrics = new WindowMetrics(account, verdicts);
        List<MetricFamily> families = new ArrayList<>(metrics.means());
        families.addAll(metrics.guards());
        families.addAll(metrics.counts());
        families.addAll(metrics.levels());
        return families;
    }

    private List<MetricFamily> means() {
        return List.of(
                mean("soak_kpi_risk_ratio_mean", "Risk ratio, mean of the window", Kpi.RISK_RATIO),
                mean("soak_kpi_maker_taker_mean", "Maker share, mean of the window", Kpi.MAKER_TAKER_RATIO),
                mean("soak_kpi_net_bps_mean", "Net edge, mean of the window (bps)", Kpi.NET_BPS),
                mean("soak_kpi_latency_p95_mean", "p95 latency, mean of the window (ms)", Kpi.P95_LATENCY_MS));
    }

    private MetricFamily mean(String name, String help, Kpi kpi) {
        MetricFamily family = gauge(name, help);
        Optional<Double> mean = statistics(leading, kpi).map(KpiStatistics::getMean);
        return mean.isPresent()
                ? family.sample(Decimals.rounded(mean.get(), MEAN_SCALE).doubleValue())
                : family.unknown();
    }

    static Optional<KpiStatistics> statistics(Verdict verdict, Kpi kpi) {
        return verdict.getWindow().getStatistics().stream()
                .filter(entry -> entry.getKpi().equals(kpi.field()) && entry.getSamples() > 0)
                .findFirst();
    }

    private List<MetricFamily> guards() {
        List<MetricFamily> families = new ArrayList<>();
        for (String guard : COUNTED_GUARDS) {
            long window = leading.getGuards().stream()
                    .filter(activity -> activity.getGuard().equals(guard))
                    .mapToLong(GuardActivity::getCount)
                    .sum();
            families.add(gauge(
                            "soak_guards_" + guard + (guard.equals(FREEZE) ? "_window" : "_count"),
                            "Iterations of the window in which the " + guard + " guard held")
                    .sample(window));
            families.add(counter(
                            "soak_guards_" + guard + "_total",
                            "Iterations of the run in which the " + guard + " guard held")
                    .sample(held(account, guard)));
        }
        return families;
    }

    static long held(RunAccount account, String guard) {
        return account.iterations().stream()
                .filter(iteration -> iteration.guards().held().contains(guard))
                .count();
    }

    private List<MetricFamily> counts() {
        long passing = account.window(leading).stream()
                .filter(iteration -> iteration.violations().isEmpty())
                .count();
        long anomalies = account.iterations().stream()
                .map(IterationAccount::anomalies)
                .mapToLong(List::size)
                .sum();
        return List.of(
                gauge(
                                "soak_verdict_pass_count",
                                "Iterations of the window that meet every limit of the snapshot policy")
                        .sample(passing),
                gauge("soak_freeze_ready", "Ready for the production freeze by the leading policy (1: yes)")
                        .sample(leading.getFreezeReady() ? 1L : 0L),
                gauge("soak_anomalies_count", "Latency, risk-jump and maker-share anomalies in the window")
                        .sample(leading.getAnomaliesCount()),
                counter("soak_anomalies_total", "Latency, risk-jump and maker-share anomalies in the run")
                        .sample(anomalies),
                gauge("soak_signature_loops", "State hashes A, B, A in the window")
                        .sample(leading.getSignatureLoops()),
                counter("soak_iterations_total", "Iterations that were accepted")
                        .sample(leading.getIterationsTotal()));
    }

    /** One of the levels is 1: an alert can name it. */
    private List<MetricFamily> levels() {
        MetricFamily levels = gauge("soak_policy_verdict", "The last verdict of each policy (1: this level)");
        MetricFamily ready =
                gauge("soak_policy_freeze_ready", "Ready for the production freeze by each policy (1: yes)");
        for (Verdict verdict : verdicts) {
            for (VerdictLevel level : VerdictLevel.values()) {
                if (level != VerdictLevel.UNKNOWN) {
                    levels.sample(
                            level == verdict.getVerdict() ? 1L : 0L,
                            "policy",
                            verdict.getPolicy(),
                            "verdict",
                            level.name());
                }
            }
            ready.sample(verdict.getFreezeReady() ? 1L : 0L, "policy", verdict.getPolicy());
        }
        return List.of(levels, ready);
    }
}
