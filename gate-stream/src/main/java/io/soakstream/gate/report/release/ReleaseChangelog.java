package io.soakstream.gate.report.release;

import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.report.Markdown;
import io.soakstream.gate.report.MetricText;
import io.soakstream.gate.report.ReasonText;
import io.soakstream.gate.report.snapshot.OutcomeCounts;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.kpi.Kpi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** CHANGELOG.md of a release: what its soak has shown, in figures of that soak alone. */
public final class ReleaseChangelog {
    public static final String FILE = "CHANGELOG.md";
    private static final int SCALE = 3;
    private static final int ITERATIONS = 10;
    private static final int KEYS = 5;

    private final ReleaseInput input;
    private final Verdict verdict;

    private ReleaseChangelog(ReleaseInput input) {
        this.input = input;
        this.verdict = input.verdict();
    }

    public static String of(ReleaseInput input) {
        ReleaseChangelog changelog = new ReleaseChangelog(input);
        return changelog.head()
                + changelog.summary()
                + changelog.kpis()
                + changelog.changes()
                + changelog.deltas()
                + changelog.guards()
                + changelog.issues()
                + changelog.references();
    }

    private String head() {
        return ReleaseText.title("Changelog", input) + "Release date: "
                + input.report().asOf() + " (end of the soak)  \n"
                + ReleaseText.status(input) + "Soak: `" + input.run() + "`  \n"
                + "Made by: soakstream " + input.report().programVersion() + "\n";
    }

    private String summary() {
        return Markdown.section("Executive Summary")
                + Markdown.bullets(List.of(
                        verdict.getFreezeReady()
                                ? "Ready for the production freeze."
                                : "Not ready for the production freeze: additional tuning.",
                        "Iterations: " + verdict.getIterationsTotal() + ", analysed: " + input.window(),
                        "Goals met: " + ReleaseText.met(verdict.getResults()) + "/"
                                + verdict.getResults().size()));
    }

    private String kpis() {
        StringBuilder out = new StringBuilder(Markdown.section("KPI"));
        out.append(Markdown.head("Metric", "Mean", "Median", "Min", "Max", "Trend"));
        ReleaseInput.TOLD.forEach(kpi -> out.append(row(kpi)));
        return out.toString();
    }

    private String row(Kpi kpi) {
        String name = MetricText.labelWithUnit(kpi.field());
        return input.statistics(kpi)
                .map(known -> Markdown.row(
                        name,
                        MetricText.value(known.getMean(), SCALE),
                        MetricText.value(known.getMedian(), SCALE),
                        MetricText.value(known.getMin(), SCALE),
                        MetricText.value(known.getMax(), SCALE),
                        known.getTrend().name().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> Markdown.row(name, "no data", "", "", "", ""));
    }

    /** The published headings; below them stands what the run has shown, also where that is nothing. */
    private String changes() {
        return Markdown.section("Major Changes")
                + "### A. Maker/taker\n\n" + goal(Kpi.MAKER_TAKER_RATIO)
                + "\n### B. Latency buffer\n\n" + goal(Kpi.P95_LATENCY_MS)
                + "\n### C. Partial freeze\n\n"
                + Markdown.bullets(List.of("A freeze held in " + held("freeze") + " iterations of the run."))
                + "\n### D. Artifact isolation\n\n"
                + Markdown.bullets(List.of("The run is kept under its own key, `" + input.run()
                        + "`; this bundle holds its events and nothing of another run."));
    }

    private String goal(Kpi kpi) {
        List<String> lines = verdict.getResults().stream()
                .filter(result -> result.getKpi().equals(kpi.field()))
                .map(ReleaseChangelog::result)
                .toList();
        return Markdown.bullets(lines.isEmpty() ? List.of("Not a goal of policy " + verdict.getPolicy() + ".") : lines);
    }

    private static String result(KpiResult result) {
        String target = result.getStatistic() + " " + result.getComparator() + " "
                + MetricText.value(result.getKpi(), result.getThreshold(), "");
        return MetricText.labelWithUnit(result.getKpi()) + ": wanted " + target + ", is "
                + MetricText.value(result.getKpi(), result.getValue(), "not known") + " ("
                + result.getStatus().name().toLowerCase(Locale.ROOT) + ")";
    }

    private long held(String guard) {
        return input.report().account().iterations().stream()
                .filter(iteration -> iteration.guards().held().contains(guard))
                .count();
    }

    private String deltas() {
        List<String> iterations = input.report().account().iterations().stream()
                .filter(iteration -> iteration.tuning().applied())
                .map(IterationAccount::iteration)
                .map(String::valueOf)
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add("Applied: " + OutcomeCounts.applied(verdict) + " times");
        lines.add("Iterations: " + first(iterations, ITERATIONS));
        lines.add("Parameters: " + first(verdict.getChangedKeys(), KEYS));
        lines.add("Proposals applied or excused: "
                + Optional.ofNullable(verdict.getDeltaQuality().getJustifiedApplyRatio())
                        .map(ratio -> MetricText.value(ratio, SCALE))
                        .orElse("nothing was proposed"));
        lines.add("Shipped values: `" + input.overrides().stateHash() + "`, "
                + input.overrides().origin().words());
        return Markdown.section("Delta Application Summary") + Markdown.bullets(lines);
    }

    private static String first(List<String> names, int most) {
        String shown = names.stream().limit(most).collect(Collectors.joining(", "));
        return names.isEmpty()
                ? "none"
                : names.size() <= most ? shown : shown + " (+" + (names.size() - most) + " more)";
    }

    private String guards() {
        List<String> active = verdict.getGuards().stream()
                .filter(guard -> guard.getCount() > 0)
                .map(guard -> guard.getGuard() + ": " + guard.getCount() + " in the window")
                .toList();
        return Markdown.section("Guard Activity")
                + (active.isEmpty() ? "None in the window.\n" : Markdown.bullets(active));
    }

    private String issues() {
        List<String> known = new ArrayList<>();
        verdict.getMissing().stream().map(ReasonText::sentence).forEach(known::add);
        known.addAll(input.report().account().notes());
        input.report().account().refusals().forEach(refusal -> known.add("Refused: " + refusal));
        return Markdown.section("Breaking Changes")
                + "The bundle does not say: it holds a soak, not the changes of the program.\n"
                + Markdown.section("Known Issues")
                + (known.isEmpty() ? "None that the soak has shown.\n" : Markdown.bullets(known));
    }

    private String references() {
        return Markdown.section("References")
                + Markdown.bullets(List.of(
                        "POST_SOAK_AUDIT.md, RECOMMENDATIONS.md, FAILURES.md, DELTA_VERIFY_REPORT.json",
                        "POST_SOAK_SNAPSHOT.json: the figures for programs",
                        "rollback_plan.md: the ways back",
                        "manifest.json: checksums and digests; `soak release verify DIR` checks them",
                        "verdict digest `" + verdict.getDigest() + "`"));
    }
}
