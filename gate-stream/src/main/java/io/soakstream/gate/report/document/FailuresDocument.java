package io.soakstream.gate.report.document;

import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.Violation;
import io.soakstream.gate.domain.Anomaly;
import io.soakstream.gate.report.Markdown;
import io.soakstream.gate.report.MetricText;
import io.soakstream.gate.report.ReasonText;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** FAILURES.md: every goal of every policy, and every iteration that misses a limit of the snapshot policy. */
final class FailuresDocument {
    /** A run of days has more than anybody reads (count). */
    private static final int ROWS = 500;

    private FailuresDocument() {}

    static String of(ReportInput input) {
        boolean none = input.asked().stream().allMatch(Verdict::getFreezeReady);
        StringBuilder out = new StringBuilder(DocumentText.head("Failures", input));
        out.append("Status: **")
                .append(none ? "NO FAILURES" : "FAILURES OR OPEN GOALS")
                .append("**\n");
        input.verdicts()
                .forEach(verdict -> out.append(goals(verdict, !input.asked().contains(verdict))));
        if (!none) {
            out.append("\nWhat could be done about them: RECOMMENDATIONS.md.\n");
        }
        return out.append(violations(input)).append(anomalies(input)).toString();
    }

    private static String goals(Verdict verdict, boolean beside) {
        StringBuilder out = new StringBuilder(Markdown.section("Goals of " + verdict.getPolicy() + ": "
                + verdict.getVerdict() + (beside ? " (shown beside, was not asked for)" : "")));
        out.append(Markdown.bullets(verdict.getResults().stream()
                .map(result -> DocumentText.mark(result) + " " + result.getGoal() + ": "
                        + MetricText.labelWithUnit(result.getKpi()) + " " + DocumentText.target(result) + ", is "
                        + DocumentText.value(result))
                .toList()));
        List<String> missing =
                verdict.getMissing().stream().map(ReasonText::sentence).toList();
        return missing.isEmpty()
                ? out.toString()
                : out.append("\n").append(Markdown.bullets(missing)).toString();
    }

    private static String violations(ReportInput input) {
        StringBuilder out = new StringBuilder(Markdown.section("Iterations that miss a limit"));
        List<IterationAccount> missing = input.account().iterations().stream()
                .filter(iteration -> !iteration.violations().isEmpty())
                .toList();
        if (missing.isEmpty()) {
            return out.append("None.\n").toString();
        }
        List<Integer> window = input.leading().getWindow().getIterations();
        out.append(Markdown.head("Iteration", "In the window", "Metric", "Value", "Limit", "Record"));
        missing.stream()
                .flatMap(iteration -> iteration.violations().stream()
                        .map(violation -> row(iteration, violation, window.contains(iteration.iteration()))))
                .limit(ROWS)
                .forEach(out::append);
        long all = missing.stream()
                .mapToLong(iteration -> iteration.violations().size())
                .sum();
        return all > ROWS
                ? out.append("\n(+").append(all - ROWS).append(" more)\n").toString()
                : out.toString();
    }

    private static String row(IterationAccount iteration, Violation violation, boolean inWindow) {
        String field = violation.condition().kpi().field();
        return Markdown.row(
                String.valueOf(iteration.iteration()),
                inWindow ? "yes" : "no",
                MetricText.labelWithUnit(field),
                violation
                        .value()
                        .map(value -> Decimals.plain(Decimals.shortest(value)))
                        .orElse("no data"),
                violation.condition().comparator().sign() + " "
                        + Decimals.plain(violation.condition().threshold()),
                "ITER_SUMMARY_" + iteration.iteration() + ".json");
    }

    private static String anomalies(ReportInput input) {
        List<String> lines = input.account().iterations().stream()
                .filter(iteration -> !iteration.anomalies().isEmpty())
                .map(iteration -> "iteration " + iteration.iteration() + ": "
                        + iteration.anomalies().stream()
                                .map(FailuresDocument::words)
                                .collect(Collectors.joining(", ")))
                .limit(ROWS)
                .toList();
        return Markdown.section("Anomalies") + (lines.isEmpty() ? "None.\n" : Markdown.bullets(lines));
    }

    private static String words(Anomaly anomaly) {
        return anomaly.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
