package io.soakstream.gate.report.metrics;

import static io.soakstream.gate.report.metrics.MetricFamily.gauge;

import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.advice.CurrentValues;
import io.soakstream.schemas.contract.Fills;
import io.soakstream.schemas.contract.GuardState;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.kpi.Kpi;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Maker share, latency spread and partial freeze as they are at the end of the run. */
final class ShareMetrics {
    private static final int HARMONIC_SCALE = 6;
    private static final int SPREAD_SCALE = 3;
    private static final int PERCENT_SCALE = 2;
    private static final int MEAN_SCALE = 4;
    private static final double PERCENT = 100;

    private ShareMetrics() {}

    static List<MetricFamily> of(RunAccount account, Verdict leading) {
        String window = String.valueOf(leading.getWindow().getCapacity());
        Optional<KpiStatistics> share = WindowMetrics.statistics(leading, Kpi.MAKER_TAKER_RATIO);
        Optional<KpiStatistics> latency = WindowMetrics.statistics(leading, Kpi.P95_LATENCY_MS);
        Optional<KpiStatistics> risk = WindowMetrics.statistics(leading, Kpi.RISK_RATIO);
        return List.of(
                windowed(
                        "maker_taker_ratio_hmean",
                        "Harmonic mean of the maker share over the window; a share of 0 makes it 0",
                        share.map(KpiStatistics::getHarmonicMean),
                        HARMONIC_SCALE,
                        window),
                gauge("maker_taker_ratio_hmean_samples", "Iterations of the window whose maker share is known")
                        .sample(share.map(KpiStatistics::getSamples).orElse(0), "window", window),
                windowed(
                        "risk_ratio_mean",
                        "Risk ratio, mean of the window",
                        risk.map(KpiStatistics::getMean),
                        MEAN_SCALE,
                        window),
                windowed(
                        "p95_latency_ms_max",
                        "Highest p95 latency of the window (ms)",
                        latency.map(KpiStatistics::getMax),
                        1,
                        window),
                windowed(
                        "p95_latency_ms_mean",
                        "p95 latency, mean of the window (ms)",
                        latency.map(KpiStatistics::getMean),
                        1,
                        window),
                gauge("latency_spread_add_bps", "Spread that is added for latency (bps); 0: none is set")
                        .sample(spread(account), SPREAD_SCALE),
                gauge("partial_freeze_active", "Part of the parameters is frozen (1: yes)")
                        .sample(isFrozen(latest(account)) ? 1L : 0L),
                makerShare(account));
    }

    private static MetricFamily windowed(String name, String help, Optional<Double> value, int scale, String window) {
        MetricFamily family = gauge(name, help);
        return value.isPresent()
                ? family.sample(value.get().doubleValue(), scale, "window", window)
                : family.unknown("window", window);
    }

    private static BigDecimal spread(RunAccount account) {
        return CurrentValues.of(account).getOrDefault("spread_add_bps", BigDecimal.ZERO);
    }

    private static IterationAccount latest(RunAccount account) {
        return account.iterations().get(account.iterations().size() - 1);
    }

    /** By our guards, or by what another tuner's recording says. */
    private static boolean isFrozen(IterationAccount iteration) {
        return iteration.guards().states().isEmpty()
                ? iteration.guards().held().contains("freeze")
                : iteration
                        .guards()
                        .state("partial_freeze")
                        .filter(GuardState::getDebounced)
                        .isPresent();
    }

    private static MetricFamily makerShare(RunAccount account) {
        MetricFamily family = gauge("maker_share_pct", "Maker share of the latest iteration (percent)");
        Optional<Double> share = share(latest(account));
        return share.isPresent() ? family.sample(share.get() * PERCENT, PERCENT_SCALE) : family.unknown();
    }

    /** By volume, else by count, else as the bot gives it (ratio). */
    private static Optional<Double> share(IterationAccount iteration) {
        Fills fills = iteration.summary().getFills();
        if (fills != null
                && fills.getMakerVolume() != null
                && fills.getTakerVolume() != null
                && fills.getMakerVolume() + fills.getTakerVolume() > 0) {
            return Optional.of(fills.getMakerVolume() / (fills.getMakerVolume() + fills.getTakerVolume()));
        }
        if (fills != null
                && fills.getMakerCount() != null
                && fills.getTakerCount() != null
                && fills.getMakerCount() + fills.getTakerCount() > 0) {
            return Optional.of((double) fills.getMakerCount() / (fills.getMakerCount() + fills.getTakerCount()));
        }
        return iteration.value(Kpi.MAKER_TAKER_RATIO);
    }
}
