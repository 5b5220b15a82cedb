package io.soakstream.gate.report.snapshot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.report.JsonFields;
import io.soakstream.gate.report.JsonText;
import io.soakstream.gate.report.ci.GateOutcome.Regression;
import io.soakstream.schemas.contract.DeltaQuality;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A verdict as the published snapshot, schema 1.2, with what it does not say: policy, reasons, results, digest. */
public final class SnapshotJson {
    private SnapshotJson() {}

    /**
     * Pretty JSON with a line feed at the end: the first policy's snapshot, the others' below it.
     *
     * @param verdicts one for each policy, at least one
     * @param refused what of the input was refused, in words
     */
    public static String render(List<Verdict> verdicts, List<String> refused) {
        return JsonText.pretty(tree(verdicts, refused));
    }

    /** The same, with what came of holding the run against an earlier one, where that counts. */
    public static String render(List<Verdict> verdicts, List<String> refused, Optional<Regression> regression) {
        ObjectNode root = tree(verdicts, refused);
        regression.ifPresent(known -> {
            ObjectNode node = root.putObject("regression");
            node.put("baseline", known.baseline());
            node.put("result", known.worse() ? "worse" : known.open() ? "open" : "not_worse");
            node.put("text", known.text());
        });
        return JsonText.pretty(root);
    }

    static ObjectNode tree(List<Verdict> verdicts, List<String> refused) {
        ObjectNode root = snapshot(verdicts.get(0));
        JsonFields.texts(root.putArray("refused"), refused);
        ArrayNode others = root.putArray("other_policies");
        verdicts.stream().skip(1).map(SnapshotJson::snapshot).forEach(others::add);
        return root;
    }

    /** The same shape where not one iteration could be judged. */
    public static String renderNothing(List<String> refused) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema_version", Snapshot12.SCHEMA);
        root.put("verdict", "INCONCLUSIVE");
        root.put("iterations_total", 0);
        root.putArray("iterations_analyzed");
        root.put("freeze_ready", false);
        JsonFields.texts(root.putArray("reasons"), List.of("no_iterations"));
        JsonFields.texts(root.putArray("missing"), List.of("no_iterations"));
        JsonFields.texts(root.putArray("refused"), refused);
        return JsonText.pretty(root);
    }

    private static ObjectNode snapshot(Verdict verdict) {
        ObjectNode root = Snapshot12.of(verdict);
        root.put("times_synthesised", verdict.getTimesSynthesised());
        JsonFields.numbers(root.putArray("gaps"), verdict.getWindow().getGaps());
        for (KpiStatistics statistics : verdict.getWindow().getStatistics()) {
            ObjectNode kpi = (ObjectNode) root.get("kpi_last_n").get(statistics.getKpi());
            JsonFields.rounded(kpi, "harmonic_mean", statistics.getHarmonicMean(), Snapshot12.SCALE);
            kpi.put("samples", statistics.getSamples());
        }
        root.put("kpi_anomalies_count", verdict.getAnomaliesCount());
        root.put("signature_loops", verdict.getSignatureLoops());
        judgement(root, verdict);
        return root;
    }

    private static void judgement(ObjectNode root, Verdict verdict) {
        root.put("policy", verdict.getPolicy());
        root.put("policy_version", verdict.getPolicyVersion());
        JsonFields.texts(root.putArray("reasons"), verdict.getReasons());
        JsonFields.texts(root.putArray("missing"), verdict.getMissing());
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
        JsonFields.rounded(node, "full_apply_ratio", quality.getFullApplyRatio(), Snapshot12.SCALE);
        JsonFields.rounded(node, "justified_apply_ratio", quality.getJustifiedApplyRatio(), Snapshot12.SCALE);
        node.put("nested_miss_paths", quality.getNestedMissPaths());
    }

    private static void result(ObjectNode node, KpiResult result) {
        node.put("goal", result.getGoal());
        node.put("kpi", result.getKpi());
        node.put("statistic", result.getStatistic());
        node.put("comparator", result.getComparator());
        node.put("threshold", result.getThreshold());
        JsonFields.rounded(node, "value", result.getValue(), Snapshot12.SCALE);
        JsonFields.rounded(node, "margin", result.getMargin(), Snapshot12.SCALE);
        node.put("samples", result.getSamples());
        node.put("severity", result.getSeverity());
        node.put("status", result.getStatus().name().toLowerCase(Locale.ROOT));
    }
}
