package io.soakstream.gate.report.document;

import io.soakstream.gate.report.JsonText;
import io.soakstream.gate.report.delta.DeltaVerifyJson;
import io.soakstream.gate.report.delta.DeltaVerifyMarkdown;
import io.soakstream.gate.report.html.HtmlReport;
import io.soakstream.gate.report.metrics.RunMetrics;
import io.soakstream.gate.report.snapshot.Snapshots;
import io.soakstream.schemas.contract.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** All files of a report, by name. */
public final class ReportFiles {
    /** Comes last: where it is, everything else is. */
    public static final String SNAPSHOT = "POST_SOAK_SNAPSHOT.json";

    public static final String METRICS = "POST_SOAK_METRICS.prom";

    private static final String TUNING = "TUNING_REPORT.json";
    private static final String DELTAS = "DELTA_VERIFY_REPORT.json";
    private static final String DELTAS_TEXT = "DELTA_VERIFY_REPORT.md";
    private static final String RECOMMENDATIONS = "RECOMMENDATIONS.md";
    private static final String FAILURES = "FAILURES.md";
    private static final String AUDIT = "POST_SOAK_AUDIT.md";
    private static final String LONG_METRICS = "soak_metrics.json";
    private static final String LONG_RESULTS = "SOAK_RESULTS.md";
    private static final String LONG_GATES = "gates_summary.json";

    /** Every name that a file of a report can have, whatever judged the run; the snapshot first. */
    public static final List<String> NAMES = List.of(
            SNAPSHOT,
            METRICS,
            AUDIT,
            TUNING,
            DELTAS,
            DELTAS_TEXT,
            RECOMMENDATIONS,
            FAILURES,
            LONG_METRICS,
            LONG_RESULTS,
            LONG_GATES,
            HtmlReport.FILE);

    private ReportFiles() {}

    /** One file, not written yet. */
    private record Draft(String name, Supplier<String> content) {}

    /** Name to content, in the order in which they are to be written. A long run's are large: all cores write at them. */
    public static Map<String, String> of(ReportInput input) {
        List<Draft> drafts = drafts(input);
        List<String> contents =
                drafts.parallelStream().map(draft -> draft.content().get()).toList();
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            files.put(drafts.get(i).name(), contents.get(i));
        }
        return files;
    }

    private static List<Draft> drafts(ReportInput input) {
        List<Draft> drafts = new ArrayList<>(List.of(
                new Draft(TUNING, () -> TuningReport.of(input)),
                new Draft(DELTAS, () -> JsonText.pretty(DeltaVerifyJson.of(input.deltas(), input.rule()))),
                new Draft(DELTAS_TEXT, () -> DeltaVerifyMarkdown.of(input.account(), input.deltas(), input.rule())),
                new Draft(RECOMMENDATIONS, () -> RecommendationsDocument.of(input)),
                new Draft(FAILURES, () -> FailuresDocument.of(input)),
                new Draft(AUDIT, () -> AuditDocument.of(input)),
                new Draft(METRICS, () -> RunMetrics.render(input.account(), input.verdicts(), input.deltas()))));
        soak72h(input).ifPresent(soak -> {
            drafts.add(new Draft(LONG_METRICS, soak::metricsJson));
            drafts.add(new Draft(LONG_RESULTS, soak::resultsMarkdown));
            drafts.add(new Draft(LONG_GATES, soak::gatesJson));
        });
        drafts.add(new Draft(HtmlReport.FILE, () -> HtmlReport.render(input.account(), input.verdicts())));
        drafts.add(new Draft(SNAPSHOT, () -> JsonText.compact(snapshots(input).both())));
        return drafts;
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
