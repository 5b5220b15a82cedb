package io.soakstream.gate.report.document;

import io.soakstream.gate.report.JsonText;
import io.soakstream.gate.report.delta.DeltaVerifyJson;
import io.soakstream.gate.report.delta.DeltaVerifyMarkdown;
import io.soakstream.gate.report.html.HtmlReport;
import io.soakstream.gate.report.metrics.RunMetrics;
import io.soakstream.gate.report.snapshot.Snapshots;
import io.soakstream.schemas.contract.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All files of a report, by name. */
public final class ReportFiles {
    /** Comes last: where it is, everything else is. */
    public static final String SNAPSHOT = "POST_SOAK_SNAPSHOT.json";

    public static final String METRICS = "POST_SOAK_METRICS.prom";

    private ReportFiles() {}

    /** Name to content, in the order in which they are to be written. */
    public static Map<String, String> of(ReportInput input) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("TUNING_REPORT.json", TuningReport.of(input));
        files.put("DELTA_VERIFY_REPORT.json", JsonText.pretty(DeltaVerifyJson.of(input.deltas(), input.rule())));
        files.put("DELTA_VERIFY_REPORT.md", DeltaVerifyMarkdown.of(input.account(), input.deltas(), input.rule()));
        files.put("RECOMMENDATIONS.md", RecommendationsDocument.of(input));
        files.put("FAILURES.md", FailuresDocument.of(input));
        files.put("POST_SOAK_AUDIT.md", AuditDocument.of(input));
        files.put(METRICS, RunMetrics.render(input.account(), input.verdicts(), input.deltas()));
        soak72h(input).ifPresent(soak -> {
            files.put("soak_metrics.json", soak.metricsJson());
            files.put("SOAK_RESULTS.md", soak.resultsMarkdown());
            files.put("gates_summary.json", soak.gatesJson());
        });
        files.put(HtmlReport.FILE, HtmlReport.render(input.account(), input.verdicts()));
        files.put(SNAPSHOT, JsonText.compact(snapshots(input).both()));
        return files;
    }

    public static Snapshots snapshots(ReportInput input) {
        return new Snapshots(input.account(), input.verdicts(), input.kpiGateParity());
    }

    private static Optional<Soak72h> soak72h(ReportInput input) {
        Optional<Verdict> verdict = input.verdict(Soak72h.POLICY);
        return verdict.map(
                judged -> new Soak72h(judged, input.latest().summary(), input.asOf(), input.programVersion()));
    }
}
