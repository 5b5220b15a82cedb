package io.soakstream.gate.domain;

import io.soakstream.schemas.canonical.CanonicalJson;
import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.kpi.KpiStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a verdict goes into its digest: KPIs, results, guards, outcomes and reason codes. Names of bot and run, ids,
 * positions, times and sentences stay out, so that a run and its replay under another name end with the same digest. docs/digest.md describes it for programs in
 * other languages: a change here is a change of the contract.
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
            TuningTally tally,
            boolean last) {
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
        if (!policy.perIteration().isEmpty()) {
            content.put(
                    "per_iteration",
                    policy.perIteration().stream()
                            .map(VerdictContent::condition)
                            .toList());
        }
        if (last) {
            content.put("last", true);
        }
        return Sha256.hex(previousDigest + "\n" + CanonicalJson.write(content));
    }

    private static List<String> encoded(List<Reason> reasons) {
        return reasons.stream().map(Reason::encoded).toList();
    }

    /** goal, KPI, statistic, comparator, threshold, severity, samples, value or null, status. */
    private static List<Object> result(CriterionResult result) {
        Criterion criterion = result.criterion();
        return Arrays.asList(
                criterion.goal(),
                criterion.metric().field(),
                criterion.statistic().word(),
                criterion.comparator().sign(),
                criterion.threshold(),
                criterion.severity().word(),
                result.samples(),
                result.value().orElse(null),
                result.status().name());
    }

    /** KPI, comparator, threshold. */
    private static List<Object> condition(Condition condition) {
        return List.of(condition.kpi().field(), condition.comparator().sign(), condition.threshold());
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

    /** KPI, samples, missing; with samples also last, mean, median, min, max, harmonic mean or null, trend. */
    private static List<Object> statistics(KpiStatistics statistics) {
        List<Object> content = new ArrayList<>();
        content.addAll(List.of(statistics.kpi().field(), statistics.samples(), statistics.missing()));
        statistics
                .summary()
                .ifPresent(summary -> content.addAll(Arrays.asList(
                        summary.last(),
                        summary.mean(),
                        summary.median(),
                        summary.min(),
                        summary.max(),
                        summary.harmonicMean().orElse(null),
                        summary.trend().name())));
        return content;
    }

    /** proposed, full, justified, failed, stuck. */
    private static List<Object> quality(TuningTally.DeltaQuality quality) {
        return List.of(quality.proposed(), quality.full(), quality.justified(), quality.failed(), quality.stuck());
    }
}
