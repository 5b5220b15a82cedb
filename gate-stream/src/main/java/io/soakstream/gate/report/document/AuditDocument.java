package io.soakstream.gate.report.document;

import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.report.Markdown;
import io.soakstream.gate.report.MetricText;
import io.soakstream.gate.report.ReasonText;
import io.soakstream.gate.report.Sparkline;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.kpi.KpiStatistics;
import io.soakstream.schemas.kpi.KpiStatistics.Summary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** POST_SOAK_AUDIT.md: what the run has shown, from the summary down to its peaks. */
final class AuditDocument {
    private static final List<Kpi> DRAWN =
            List.of(Kpi.MAKER_TAKER_RATIO, Kpi.P95_LATENCY_MS, Kpi.RISK_RATIO, Kpi.NET_BPS);
    private static final List<Kpi> COUNTED = List.of(
            Kpi.MAKER_TAKER_RATIO,
            Kpi.P95_LATENCY_MS,
            Kpi.RISK_RATIO,
            Kpi.NET_BPS,
            Kpi.ADVERSE_BPS_P95,
            Kpi.SLIPPAGE_BPS_P95);
    private static final List<Kpi> PEAKS = List.of(Kpi.P95_LATENCY_MS, Kpi.RISK_RATIO, Kpi.ADVERSE_BPS_P95);
    private static final int NAME_WIDTH = 20;
    private static final int STATISTIC_SCALE = 3;
    private static final int PEAK_SCALE = 2;

    private final ReportInput input;
    private final Verdict verdict;

    private AuditDocument(ReportInput input) {
        this.input = input;
        this.verdict = input.leading();
    }

    static String of(ReportInput input) {
        AuditDocument audit = new AuditDocument(input);
        return audit.head()
                + audit.summary()
                + audit.statistics()
                + audit.trends()
                + TuningSection.of(input)
                + audit.peaks()
                + AssessmentSection.of(input);
    }

    private String head() {
        List<Integer> analysed = verdict.getWindow().getIterations();
        String range = analysed.isEmpty() ? "none" : analysed.get(0) + "-" + analysed.get(analysed.size() - 1);
        StringBuilder out = new StringBuilder(DocumentText.head("Post-Soak Audit", input));
        out.append("Iterations: ")
                .append(verdict.getIterationsTotal())
                .append(", analysed: ")
                .append(range);
        out.append(" (last ").append(analysed.size()).append(")  \n");
        out.append("Verdict: **")
                .append(verdict.getVerdict())
                .append("** - ")
                .append(wording(verdict))
                .append("\n");
        if (!input.account().notes().isEmpty()) {
            out.append("\n").append(Markdown.bullets(input.account().notes()));
        }
        if (!input.account().refusals().isEmpty()) {
            out.append("\nRefused parts of the input:\n\n")
                    .append(Markdown.bullets(input.account().refusals()));
        }
        return out.toString();
    }

    private static String wording(Verdict verdict) {
        if (verdict.getFreezeReady()) {
            return "READY FOR PROD-FREEZE";
        }
        return switch (verdict.getVerdict()) {
            case PASS -> "goals met, not ready for the freeze";
            case WARN -> "soft goals missed, additional tuning recommended";
            case FAIL -> "goals missed, additional tuning required";
            case INCONCLUSIVE, UNKNOWN -> "nothing can be concluded";
        };
    }

    private String summary() {
        StringBuilder out = new StringBuilder(Markdown.section("1. Executive Summary"));
        out.append(Markdown.head(
                "Metric",
                "Target",
                "Last-" + verdict.getWindow().getIterations().size() + " Value",
                "Status"));
        for (KpiResult result : verdict.getResults()) {
            out.append(Markdown.row(
                    MetricText.labelWithUnit(result.getKpi()),
                    DocumentText.target(result),
                    DocumentText.value(result),
                    DocumentText.mark(result)));
        }
        if (verdict.getVerdict() != VerdictLevel.PASS) {
            out.append("\n");
            out.append(Markdown.bullets(
                    verdict.getReasons().stream().map(ReasonText::sentence).toList()));
        }
        return out.toString();
    }

    private String statistics() {
        String last = "Last " + verdict.getWindow().getIterations().size();
        StringBuilder out = new StringBuilder(Markdown.section("2. KPI Metrics"));
        out.append(Markdown.head("Metric", "All iterations", last));
        for (Kpi kpi : COUNTED) {
            Optional<Summary> all = input.account().statistics(kpi).summary();
            Optional<io.soakstream.schemas.contract.KpiStatistics> window = window(kpi);
            out.append(Markdown.row("**" + MetricText.labelWithUnit(kpi.field()) + "**", samples(kpi), ""));
            out.append(Markdown.row(
                    "Mean",
                    text(all, Summary::mean),
                    text(window.map(entry -> entry.getMean()))
                            + window.map(entry -> " (" + entry.getTrend().name().toLowerCase(Locale.ROOT) + ")")
                                    .orElse("")));
            out.append(
                    Markdown.row("Median", text(all, Summary::median), text(window.map(entry -> entry.getMedian()))));
            out.append(Markdown.row(
                    "Min / Max",
                    text(all, Summary::min) + " / " + text(all, Summary::max),
                    text(window.map(entry -> entry.getMin())) + " / " + text(window.map(entry -> entry.getMax()))));
        }
        return out.toString();
    }

    private String samples(Kpi kpi) {
        KpiStatistics all = input.account().statistics(kpi);
        return all.missing() == 0 ? "" : "known in " + all.samples() + " of " + (all.samples() + all.missing());
    }

    private Optional<io.soakstream.schemas.contract.KpiStatistics> window(Kpi kpi) {
        return verdict.getWindow().getStatistics().stream()
                .filter(entry -> entry.getKpi().equals(kpi.field()) && entry.getSamples() > 0)
                .findFirst();
    }

    private static String text(Optional<Summary> summary, ToDoubleFunction<Summary> statistic) {
        return text(summary.map(statistic::applyAsDouble));
    }

    private static String text(Optional<Double> value) {
        return value.map(known -> MetricText.value(known, STATISTIC_SCALE)).orElse("no data");
    }

    private String trends() {
        StringBuilder out = new StringBuilder(Markdown.section("3. Metric Trends"));
        out.append("```\n");
        for (Kpi kpi : DRAWN) {
            List<Optional<Double>> series = input.account().iterations().stream()
                    .map(iteration -> iteration.value(kpi))
                    .toList();
            out.append(String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s [%s]%n", kpi.field(), Sparkline.of(series))
                    .replace(System.lineSeparator(), "\n"));
        }
        return out.append("```\n\nLow to high: space `- = + #`.\n").toString();
    }

    private String peaks() {
        StringBuilder out = new StringBuilder(Markdown.section("5. Anomalies & Peaks"));
        PEAKS.forEach(
                kpi -> peak(kpi).ifPresent(line -> out.append("- ").append(line).append("\n")));
        long anomalies = input.account().iterations().stream()
                .mapToLong(iteration -> iteration.anomalies().size())
                .sum();
        out.append("- Anomalies: ").append(anomalies).append(" in the run, ");
        out.append(verdict.getAnomaliesCount()).append(" in the window\n");
        out.append("- Signature loops in the window: ")
                .append(verdict.getSignatureLoops())
                .append("\n");
        long velocity = input.account().iterations().stream()
                .filter(iteration -> iteration.guards().held().contains("velocity"))
                .count();
        if (velocity > 0) {
            out.append("- The velocity guard held in ").append(velocity).append(" iterations\n");
        }
        return out.toString();
    }

    /** The highest value and the first iteration that had it. */
    private Optional<String> peak(Kpi kpi) {
        Optional<Double> highest = input.account().statistics(kpi).summary().map(Summary::max);
        return highest.flatMap(value -> input.account().iterations().stream()
                .filter(iteration -> iteration.value(kpi).equals(highest))
                .findFirst()
                .map(IterationAccount::iteration)
                .map(iteration -> "Peak of `" + kpi.field() + "`: " + MetricText.value(value, PEAK_SCALE)
                        + " at iteration " + iteration));
    }
}
