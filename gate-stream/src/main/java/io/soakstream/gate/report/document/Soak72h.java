package io.soakstream.gate.report.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.domain.Metric;
import io.soakstream.gate.mapping.SummaryMapper;
import io.soakstream.gate.report.JsonText;
import io.soakstream.gate.report.Markdown;
import io.soakstream.gate.report.MetricText;
import io.soakstream.gate.report.ReasonText;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The files of the long soak: soak_metrics.json, gates_summary.json and SOAK_RESULTS.md, under the published names. What
 * was not measured is null, and no gate passes on it.
 *
 * @param verdict of the policy {@link #POLICY}, as the command sees it that ends with it
 * @param summary of the latest iteration
 * @param asOf event time of the latest iteration
 * @param programVersion version of this program
 */
public record Soak72h(Verdict verdict, IterationSummary summary, Instant asOf, String programVersion) {
    public static final String POLICY = "soak-72h";
    private static final BigDecimal MS_PER_HOUR = BigDecimal.valueOf(3_600_000);
    private static final int ACTUAL_SCALE = 4;

    /** soak_metrics.json. */
    public String metricsJson() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("runtime").put("utc", asOf.toString()).put("version", programVersion);
        root.put("duration_hours", hours());
        ObjectNode metrics = root.putObject("metrics");
        metrics.put("duration_hours", hours());
        metrics.putObject("tick_latency_ms")
                .put("p50", value(Metric.TICK_LATENCY_P50_MS))
                .put("p95", value(Metric.TICK_LATENCY_P95_MS));
        metrics.put("mm_hit_ratio", value(Metric.HIT_RATIO));
        metrics.put("mm_maker_share_ratio", value(Metric.MAKER_TAKER_RATIO));
        metrics.put("mm_deadline_miss_rate", value(Metric.DEADLINE_MISS_RATE));
        metrics.put("mm_edge_bps_ema1h", value(Metric.EDGE_BPS_EMA_1H));
        metrics.put("mm_edge_bps_ema24h", value(Metric.EDGE_BPS_EMA_24H));
        metrics.put("ws_lag_max_ms", value(Metric.WS_LAG_MAX_MS));
        judgement(root);
        return JsonText.pretty(root);
    }

    /** gates_summary.json. */
    public String gatesJson() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        judgement(root);
        return JsonText.pretty(root);
    }

    private void judgement(ObjectNode root) {
        ObjectNode gates = root.putObject("gates");
        for (KpiResult result : verdict.getResults()) {
            gates.putObject(result.getGoal())
                    .put("threshold", result.getThreshold())
                    .put("actual", value(result))
                    .put("pass", isMet(result))
                    .put("severity", result.getSeverity());
        }
        root.put("verdict", verdict.getVerdict().name());
    }

    /** SOAK_RESULTS.md. */
    public String resultsMarkdown() {
        StringBuilder out = new StringBuilder("# Soak Results\n");
        out.append(Markdown.section("Summary"));
        out.append("- **Verdict:** ").append(verdict.getVerdict()).append("\n");
        out.append("- **Duration:** ")
                .append(hours() == null ? "unknown" : Decimals.plain(hours()) + " h")
                .append("\n");
        out.append("- **As of:** ").append(asOf).append("\n");
        out.append(Markdown.section("Key Metrics")).append(Markdown.head("Metric", "Value"));
        List.of(
                        Metric.TICK_LATENCY_P50_MS,
                        Metric.TICK_LATENCY_P95_MS,
                        Metric.HIT_RATIO,
                        Metric.MAKER_TAKER_RATIO,
                        Metric.DEADLINE_MISS_RATE,
                        Metric.EDGE_BPS_EMA_1H,
                        Metric.EDGE_BPS_EMA_24H,
                        Metric.WS_LAG_MAX_MS)
                .forEach(metric -> out.append(Markdown.row(
                        MetricText.labelWithUnit(metric.field()),
                        MetricText.value(metric.field(), value(metric), "not measured"))));
        return out.append(gates()).append(decision()).toString();
    }

    private String gates() {
        StringBuilder out = new StringBuilder(Markdown.section("Gates"));
        out.append(Markdown.head("Gate", "Threshold", "Actual", "Severity", "Result"));
        for (KpiResult result : verdict.getResults()) {
            out.append(Markdown.row(
                    result.getGoal(),
                    result.getComparator() + " " + Decimals.plain(Decimals.shortest(result.getThreshold())),
                    Optional.ofNullable(value(result))
                            .map(actual -> MetricText.value(actual, ACTUAL_SCALE))
                            .orElse("not measured"),
                    result.getSeverity(),
                    isMet(result) ? "PASS" : "FAIL"));
        }
        return out.toString();
    }

    private String decision() {
        List<String> failed = verdict.getResults().stream()
                .filter(result -> result.getSeverity().equals("hard") && !isMet(result))
                .map(KpiResult::getGoal)
                .toList();
        String hard = failed.isEmpty()
                ? "Every hard gate is met."
                : "Hard gates that are not met: " + String.join(", ", failed) + ".";
        return Markdown.section("Decision") + hard + "\n\n"
                + Markdown.bullets(
                        verdict.getReasons().stream().map(ReasonText::sentence).toList());
    }

    /** A run that is too short yet may hold a value: it counts as met only if it is. */
    private static boolean isMet(KpiResult result) {
        return result.getStatus() == KpiStatus.OK
                || (result.getStatus() == KpiStatus.INSUFFICIENT
                        && result.getMargin() != null
                        && result.getMargin() >= 0);
    }

    private Double value(KpiResult result) {
        return Optional.ofNullable(result.getValue())
                .or(() -> SummaryMapper.value(summary, result.getKpi()))
                .orElse(null);
    }

    private Double value(Metric metric) {
        return SummaryMapper.value(summary, metric.field())
                .filter(Double::isFinite)
                .orElse(null);
    }

    /** Hours that the run has lasted; null: it does not say. */
    private BigDecimal hours() {
        Double elapsed = value(Metric.ELAPSED_MS);
        return elapsed == null
                ? null
                : Decimals.shortest(elapsed)
                        .divide(MS_PER_HOUR, MathContext.DECIMAL64)
                        .stripTrailingZeros();
    }
}
