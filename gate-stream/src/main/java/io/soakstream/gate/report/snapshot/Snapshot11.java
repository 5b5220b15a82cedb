package io.soakstream.gate.report.snapshot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.domain.Metric;
import io.soakstream.gate.report.JsonFields;
import io.soakstream.schemas.contract.GuardActivity;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.kpi.Kpi;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The snapshot policy's verdict as the published snapshot, schema 1.1: its field names and no others. Numbers are rounded
 * half-even to 3 decimals; times that are made up are left null.
 */
final class Snapshot11 {
    static final String SCHEMA = "1.1";
    /** The policy that it is about. */
    static final String POLICY = "snapshot";

    private static final int SCALE = 3;
    private static final List<Kpi> KPIS =
            List.of(Kpi.RISK_RATIO, Kpi.MAKER_TAKER_RATIO, Kpi.NET_BPS, Kpi.P95_LATENCY_MS);

    private Snapshot11() {}

    /**
     * @param account of the run that the verdict is about
     * @param parity whether the bot's own KPI gate came to the same; empty: it has not said
     */
    static ObjectNode of(Verdict verdict, RunAccount account, Optional<Boolean> parity) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema_version", SCHEMA);
        root.put("verdict", verdict.getVerdict().name());
        root.put("pass_count_last8", count(verdict, Metric.ITERATIONS_PASSING));
        root.put("freeze_seen", count(verdict, Metric.STEADY_FREEZE_ITERATIONS) > 0);
        root.put("freeze_ready", verdict.getFreezeReady());
        kpis(root.putObject("kpi_last8"), verdict);
        guards(root.putObject("guards_last8"), verdict);
        times(
                root.putObject("time_range"),
                account.window(verdict),
                account.run().timesSynthesised());
        root.put("kpi_gate_parity", parity.orElse(null));
        root.put("anomalies_count", verdict.getAnomaliesCount());
        root.put("signature_loops", verdict.getSignatureLoops());
        return root;
    }

    private static int count(Verdict verdict, Metric metric) {
        return verdict.getResults().stream()
                .filter(result -> result.getKpi().equals(metric.field()))
                .map(KpiResult::getValue)
                .filter(value -> value != null)
                .findFirst()
                .map(Double::intValue)
                .orElse(0);
    }

    private static void kpis(ObjectNode node, Verdict verdict) {
        for (Kpi kpi : KPIS) {
            Optional<KpiStatistics> statistics = verdict.getWindow().getStatistics().stream()
                    .filter(entry -> entry.getKpi().equals(kpi.field()))
                    .findFirst();
            ObjectNode values = node.putObject(kpi.field());
            JsonFields.rounded(
                    values, "mean", statistics.map(KpiStatistics::getMean).orElse(null), SCALE);
            JsonFields.rounded(
                    values, "median", statistics.map(KpiStatistics::getMedian).orElse(null), SCALE);
        }
    }

    private static void guards(ObjectNode node, Verdict verdict) {
        node.put("oscillation_count", held(verdict, "oscillation"));
        node.put("velocity_count", held(verdict, "velocity"));
        node.put("cooldown_count", held(verdict, "cooldown"));
        node.put("freeze_events", held(verdict, "freeze"));
    }

    private static int held(Verdict verdict, String guard) {
        return verdict.getGuards().stream()
                .filter(activity -> activity.getGuard().equals(guard))
                .mapToInt(GuardActivity::getCount)
                .sum();
    }

    private static void times(ObjectNode node, List<IterationAccount> window, boolean synthesised) {
        boolean known = !synthesised && !window.isEmpty();
        node.put("from", known ? text(window.get(0)) : null);
        node.put("to", known ? text(window.get(window.size() - 1)) : null);
    }

    private static String text(IterationAccount iteration) {
        return Instant.ofEpochMilli(iteration.eventTimeMs()).toString();
    }
}
