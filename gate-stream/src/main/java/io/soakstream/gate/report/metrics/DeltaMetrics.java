package io.soakstream.gate.report.metrics;

import static io.soakstream.gate.report.metrics.MetricFamily.counter;
import static io.soakstream.gate.report.metrics.MetricFamily.gauge;

import io.soakstream.gate.account.DeltaVerification;
import io.soakstream.gate.domain.TuningTally.DeltaQuality;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How the proposals of the run fared. Where nothing was proposed, or it is not recorded, the ratios are NaN. */
final class DeltaMetrics {
    private static final int RATIO_SCALE = 3;

    private DeltaMetrics() {}

    static List<MetricFamily> of(DeltaVerification verification) {
        DeltaQuality quality = verification.quality();
        boolean known = verification.missing().isEmpty();
        return List.of(
                ratio(
                        "soak_delta_full_apply_ratio",
                        "Proposals applied in full / proposals",
                        quality.fullApplyRatio().filter(ratio -> known)),
                ratio(
                        "soak_delta_justified_apply_ratio",
                        "Proposals applied in full or excused / proposals",
                        quality.justifiedApplyRatio().filter(ratio -> known)),
                gauge("soak_delta_full_apply_count", "Proposals applied in full")
                        .sample(quality.full()),
                gauge("soak_delta_partial_ok_count", "Proposals not applied in full, with reasons that excuse it")
                        .sample(quality.justified()),
                gauge("soak_delta_fail_count", "Proposals not applied in full, without an excuse")
                        .sample(quality.failed()),
                gauge("soak_delta_unknown", "Proposals of which it is not recorded what became of them")
                        .sample(verification.unknown()),
                gauge("soak_delta_signature_stuck_count", "Proposals applied without a change of the state hash")
                        .sample(quality.stuck()),
                gauge("soak_delta_unconfirmed", "Proposals applied that the bot has not confirmed")
                        .sample(quality.unconfirmed()),
                gauge("soak_delta_proposed_count", "Iterations with a proposal").sample(quality.proposed()),
                counter(
                                "delta_nested_miss_paths_total",
                                "Names among the parameters proposed or changed that are in no catalogue")
                        .sample(verification.nestedMissPaths()));
    }

    private static MetricFamily ratio(String name, String help, Optional<BigDecimal> ratio) {
        MetricFamily family = gauge(name, help);
        return ratio.isPresent() ? family.sample(ratio.get(), RATIO_SCALE) : family.unknown();
    }
}
