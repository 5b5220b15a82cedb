package io.soakstream.gate.report.snapshot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.report.JsonFields;
import io.soakstream.schemas.contract.GuardActivity;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.Verdict;
import java.time.Instant;
import java.util.Locale;

/**
 * A verdict as the published snapshot, schema 1.2: its field names and no others. Numbers are rounded half-even to 4
 * decimals, the time is that of the last event, guards are those of the window.
 */
final class Snapshot12 {
    static final String SCHEMA = "1.2";
    static final int SCALE = 4;
    private static final int BUSY_GUARD = 5;

    private Snapshot12() {}

    static ObjectNode of(Verdict verdict) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema_version", SCHEMA);
        root.put("timestamp", Instant.ofEpochMilli(verdict.getEventTimeMs()).toString());
        root.put("verdict", verdict.getVerdict().name());
        root.put("iterations_total", verdict.getIterationsTotal());
        JsonFields.numbers(
                root.putArray("iterations_analyzed"), verdict.getWindow().getIterations());
        root.put("pass_count_last_n", verdict.getPassCount());
        kpis(root.putObject("kpi_last_n"), verdict);
        ObjectNode goals = root.putObject("goals_met");
        verdict.getResults().forEach(result -> goals.put(result.getGoal(), result.getStatus() == KpiStatus.OK));
        guards(root.putObject("guards_last_n"), verdict);
        tuning(root.putObject("tuning_summary"), verdict);
        root.put("freeze_ready", verdict.getFreezeReady());
        root.put("anomalies_count", busyGuards(verdict));
        return root;
    }

    private static void kpis(ObjectNode node, Verdict verdict) {
        for (KpiStatistics statistics : verdict.getWindow().getStatistics()) {
            ObjectNode kpi = node.putObject(statistics.getKpi());
            JsonFields.rounded(kpi, "mean", statistics.getMean(), SCALE);
            JsonFields.rounded(kpi, "median", statistics.getMedian(), SCALE);
            JsonFields.rounded(kpi, "min", statistics.getMin(), SCALE);
            JsonFields.rounded(kpi, "max", statistics.getMax(), SCALE);
            boolean known = statistics.getSamples() > 0;
            kpi.put("trend", known ? statistics.getTrend().name().toLowerCase(Locale.ROOT) : null);
        }
    }

    private static void guards(ObjectNode node, Verdict verdict) {
        ObjectNode counts = node.putObject("counts");
        ObjectNode iterations = node.putObject("iterations");
        for (GuardActivity guard : verdict.getGuards()) {
            counts.put(guard.getGuard(), guard.getCount());
            if (guard.getCount() > 0) {
                JsonFields.numbers(iterations.putArray(guard.getGuard()), guard.getIterations());
            }
        }
    }

    private static void tuning(ObjectNode node, Verdict verdict) {
        node.put("applied_count", OutcomeCounts.applied(verdict));
        JsonFields.numbers(node.putArray("applied_iterations"), verdict.getAppliedIterations());
        JsonFields.texts(node.putArray("changed_keys"), verdict.getChangedKeys());
        ObjectNode reasons = node.putObject("skip_reasons");
        OutcomeCounts.skipReasons(verdict).forEach(reasons::put);
    }

    /** As published: guard kinds with more than five activations. */
    private static long busyGuards(Verdict verdict) {
        return verdict.getGuards().stream()
                .filter(guard -> guard.getCount() > BUSY_GUARD)
                .count();
    }
}
