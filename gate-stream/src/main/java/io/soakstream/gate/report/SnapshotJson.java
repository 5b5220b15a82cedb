package io.soakstream.gate.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.DeltaQuality;
import io.soakstream.schemas.contract.GuardActivity;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.NamedCount;
import io.soakstream.schemas.contract.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A verdict as the published snapshot, schema 1.2, with what it does not say: policy, reasons, results, digest. Numbers
 * are rounded half-even to 4 decimals, as published.
 */
public final class SnapshotJson {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int SCALE = 4;
    private static final int BUSY_GUARD = 5;
    private static final String SKIPPED = "skipped:";
    private static final String NO_OP = "no_op:";

    private SnapshotJson() {}

    /**
     * Pretty JSON with a line feed at the end: the first policy's snapshot, the others' below it.
     *
     * @param verdicts one for each policy, at least one
     * @param refused what of the input was refused, in words
     */
    public static String render(List<Verdict> verdicts, List<String> refused) {
        ObjectNode root = snapshot(verdicts.get(0));
        texts(root.putArray("refused"), refused);
        ArrayNode others = root.putArray("other_policies");
        verdicts.stream().skip(1).map(SnapshotJson::snapshot).forEach(others::add);
        return write(root);
    }

    private static ObjectNode snapshot(Verdict verdict) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema_version", "1.2");
        root.put("timestamp", Instant.ofEpochMilli(verdict.getEventTimeMs()).toString());
        root.put("times_synthesised", verdict.getTimesSynthesised());
        root.put("verdict", verdict.getVerdict().name());
        root.put("iterations_total", verdict.getIterationsTotal());
        numbers(root.putArray("iterations_analyzed"), verdict.getWindow().getIterations());
        numbers(root.putArray("gaps"), verdict.getWindow().getGaps());
        root.put("pass_count_last_n", verdict.getPassCount());
        kpis(root.putObject("kpi_last_n"), verdict);
        goals(root.putObject("goals_met"), verdict);
        guards(root.putObject("guards_last_n"), verdict);
        tuning(root.putObject("tuning_summary"), verdict);
        root.put("freeze_ready", verdict.getFreezeReady());
        root.put("anomalies_count", busyGuards(verdict));
        root.put("kpi_anomalies_count", verdict.getAnomaliesCount());
        root.put("signature_loops", verdict.getSignatureLoops());
        judgement(root, verdict);
        return root;
    }

    /** The same shape where not one iteration could be judged. */
    public static String renderNothing(List<String> refused) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema_version", "1.2");
        root.put("verdict", "INCONCLUSIVE");
        root.put("iterations_total", 0);
        root.putArray("iterations_analyzed");
        root.put("freeze_ready", false);
        texts(root.putArray("reasons"), List.of("no_iterations"));
        texts(root.putArray("missing"), List.of("no_iterations"));
        texts(root.putArray("refused"), refused);
        return write(root);
    }

    private static void judgement(ObjectNode root, Verdict verdict) {
        root.put("policy", verdict.getPolicy());
        root.put("policy_version", verdict.getPolicyVersion());
        texts(root.putArray("reasons"), verdict.getReasons());
        texts(root.putArray("missing"), verdict.getMissing());
        ArrayNode results = root.putArray("results");
        verdict.getResults().forEach(result -> result(results.addObject(), result));
        root.put(
                "worst_verdict",
                verdict.getWorstVerdict() == null
                        ? null
                        : verdict.getWorstVerdict().name());
        root.put("worst_iteration", verdict.getWorstIteration());
        root.put("run_ended", verdict.getLast());
        root.put("verification", verdict.getVerification().name());
        quality(root.putObject("delta_quality"), verdict.getDeltaQuality());
        root.put("bot", verdict.getBot());
        root.put("run", verdict.getRun());
        root.put("configuration_digest", verdict.getConfigurationDigest());
        root.put("digest", verdict.getDigest());
    }

    private static void kpis(ObjectNode node, Verdict verdict) {
        for (KpiStatistics statistics : verdict.getWindow().getStatistics()) {
            ObjectNode kpi = node.putObject(statistics.getKpi());
            decimal(kpi, "mean", statistics.getMean());
            decimal(kpi, "median", statistics.getMedian());
            decimal(kpi, "min", statistics.getMin());
            decimal(kpi, "max", statistics.getMax());
            boolean known = statistics.getSamples() > 0;
            kpi.put("trend", known ? statistics.getTrend().name().toLowerCase(Locale.ROOT) : null);
            decimal(kpi, "harmonic_mean", statistics.getHarmonicMean());
            kpi.put("samples", statistics.getSamples());
        }
    }

    private static void goals(ObjectNode node, Verdict verdict) {
        verdict.getResults().forEach(result -> node.put(result.getGoal(), result.getStatus() == KpiStatus.OK));
    }

    private static void guards(ObjectNode node, Verdict verdict) {
        ObjectNode counts = node.putObject("counts");
        ObjectNode iterations = node.putObject("iterations");
        for (GuardActivity guard : verdict.getGuards()) {
            counts.put(guard.getGuard(), guard.getCount());
            if (guard.getCount() > 0) {
                numbers(iterations.putArray(guard.getGuard()), guard.getIterations());
            }
        }
    }

    private static void tuning(ObjectNode node, Verdict verdict) {
        node.put("applied_count", count(verdict, "applied"));
        numbers(node.putArray("applied_iterations"), verdict.getAppliedIterations());
        texts(node.putArray("changed_keys"), verdict.getChangedKeys());
        ObjectNode reasons = node.putObject("skip_reasons");
        for (NamedCount outcome : verdict.getOutcomeCounts()) {
            String name = outcome.getName();
            if (name.startsWith(SKIPPED) || name.startsWith(NO_OP)) {
                reasons.put(name.substring(name.indexOf(':') + 1), outcome.getCount());
            }
        }
    }

    private static void quality(ObjectNode node, DeltaQuality quality) {
        if (quality == null) {
            return;
        }
        node.put("proposed", quality.getProposed());
        node.put("full", quality.getFull());
        node.put("justified", quality.getJustified());
        node.put("failed", quality.getFailed());
        node.put("stuck", quality.getStuck());
        node.put("unconfirmed", quality.getUnconfirmed());
        decimal(node, "full_apply_ratio", quality.getFullApplyRatio());
        decimal(node, "justified_apply_ratio", quality.getJustifiedApplyRatio());
        node.put("nested_miss_paths", quality.getNestedMissPaths());
    }

    private static long count(Verdict verdict, String outcome) {
        return verdict.getOutcomeCounts().stream()
                .filter(entry -> entry.getName().equals(outcome))
                .mapToLong(NamedCount::getCount)
                .sum();
    }

    /** As published: guard kinds with more than five activations. */
    private static long busyGuards(Verdict verdict) {
        return verdict.getGuards().stream()
                .filter(guard -> guard.getCount() > BUSY_GUARD)
                .count();
    }

    private static void result(ObjectNode node, KpiResult result) {
        node.put("goal", result.getGoal());
        node.put("kpi", result.getKpi());
        node.put("statistic", result.getStatistic());
        node.put("comparator", result.getComparator());
        node.put("threshold", result.getThreshold());
        decimal(node, "value", result.getValue());
        decimal(node, "margin", result.getMargin());
        node.put("samples", result.getSamples());
        node.put("severity", result.getSeverity());
        node.put("status", result.getStatus().name().toLowerCase(Locale.ROOT));
    }

    private static void decimal(ObjectNode node, String name, Double value) {
        if (value == null) {
            node.putNull(name);
        } else {
            node.put(name, Decimals.rounded(value, SCALE).doubleValue());
        }
    }

    private static void numbers(ArrayNode node, List<Integer> values) {
        values.forEach(node::add);
    }

    private static void texts(ArrayNode node, List<String> values) {
        values.forEach(node::add);
    }

    private static String write(ObjectNode root) {
        try {
            return MAPPER.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree is always JSON", impossible);
        }
    }
}
