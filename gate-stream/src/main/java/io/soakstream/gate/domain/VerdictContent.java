package io.soakstream.gate.domain;

import io.soakstream.schemas.canonical.CanonicalJson;
import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.kpi.KpiStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What of a verdict goes into its digest: KPIs, results, guards, outcomes and reason codes. Names of bot and run, ids,
 * positions, times and sentences stay out, so that a run and its replay under another name end with the same digest.
 */
final class VerdictContent {
    private VerdictContent() {}

    /** Hex SHA-256 of the previous digest, a line feed and the canonical JSON of the content. */
    static String digest(
            String previousDigest,
            Policy policy,
            int iteration,
            int iterationsTotal,
            Judgement judgement,
            JudgedWindow window,
            WindowFindings findings,
            TuningTally tally) {
        Map<String, Object> content = new HashMap<>();
        content.put("policy", policy.name());
        content.put("policy_version", policy.version());
        content.put("iteration", iteration);
        content.put("iterations_total", iterationsTotal);
        content.put("verdict", judgement.level().name());
        content.put(
                "results",
                judgement.results().stream().map(VerdictContent::result).toList());
        content.put("reasons", encoded(judgement.reasons()));
        content.put("missing", encoded(judgement.missing()));
        content.put("window", window(window));
        content.put("guards", findings.guards());
        content.put("anomalies", findings.anomalies());
        content.put("signature_loops", findings.signatureLoops());
        content.put("outcomes", tally.outcomes());
        content.put("applied_iterations", tally.appliedIterations());
        content.put("changed_keys", List.copyOf(tally.changedKeys()));
        content.put("delta_quality", quality(tally.quality()));
        return Sha256.hex(previousDigest + "\n" + CanonicalJson.write(content));
    }

    private static List<String> encoded(List<Reason> reasons) {
        return reasons.stream().map(Reason::encoded).toList();
    }

    private static Map<String, Object> result(CriterionResult result) {
        Criterion criterion = result.criterion();
        Map<String, Object> content = new HashMap<>();
        content.put("goal", criterion.goal());
        content.put("kpi", criterion.kpi().field());
        content.put("statistic", criterion.statistic().word());
        content.put("comparator", criterion.comparator().sign());
        content.put("threshold", criterion.threshold());
        content.put("severity", criterion.severity().word());
        content.put("samples", result.samples());
        content.put("value", result.value().orElse(null));
        content.put("status", result.status().name().toLowerCase(Locale.ROOT));
        return content;
    }

    private static Map<String, Object> window(JudgedWindow window) {
        return Map.of(
                "capacity", window.capacity(),
                "iterations", window.iterations(),
                "gaps", window.gaps(),
                "kpis",
                        window.statistics().stream()
                                .map(VerdictContent::statistics)
                                .toList());
    }

    private static Map<String, Object> statistics(KpiStatistics statistics) {
        Map<String, Object> content = new HashMap<>();
        content.put("kpi", statistics.kpi().field());
        content.put("samples", statistics.samples());
        content.put("missing", statistics.missing());
        statistics.summary().ifPresent(summary -> {
            content.put("last", summary.last());
            content.put("mean", summary.mean());
            content.put("median", summary.median());
            content.put("min", summary.min());
            content.put("max", summary.max());
            content.put("harmonic_mean", summary.harmonicMean());
            content.put("trend", summary.trend().name());
        });
        return content;
    }

    private static Map<String, Object> quality(TuningTally.DeltaQuality quality) {
        return Map.of(
                "proposed", quality.proposed(),
                "full", quality.full(),
                "justified", quality.justified(),
                "failed", quality.failed(),
                "stuck", quality.stuck());
    }
}
