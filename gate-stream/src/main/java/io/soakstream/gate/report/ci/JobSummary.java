package io.soakstream.gate.report.ci;

import io.soakstream.gate.report.ci.Findings.Finding;
import io.soakstream.schemas.contract.DeltaQuality;
import io.soakstream.schemas.contract.Verdict;
import java.util.List;
import java.util.Locale;

/** A gate's outcome in Markdown, for the page of a job. Names and texts from outside are escaped. */
public final class JobSummary {
    private JobSummary() {}

    public static String render(GateOutcome outcome) {
        StringBuilder out = new StringBuilder();
        out.append("## soak gate: ").append(escaped(outcome.subject())).append("\n\n");
        if (outcome.verdicts().isEmpty()) {
            out.append("**INCONCLUSIVE**: no iteration could be judged.\n\n");
        }
        outcome.verdicts().forEach(verdict -> policy(out, verdict, outcome.strict()));
        outcome.regression().map(Findings::of).ifPresent(finding -> out.append("### Comparison\n\n")
                .append(escaped(finding.name()))
                .append(": ")
                .append(word(finding))
                .append(", ")
                .append(escaped(finding.text()))
                .append("\n\n"));
        bullets(out, "Refused", outcome.problems());
        bullets(out, "Notes", outcome.notes());
        return out.toString();
    }

    private static void policy(StringBuilder out, Verdict verdict, boolean strict) {
        out.append("### ")
                .append(verdict.getVerdict())
                .append(" by policy ")
                .append(escaped(verdict.getPolicy()))
                .append(" (version ")
                .append(escaped(verdict.getPolicyVersion()))
                .append(")\n\n");
        out.append("| what was asked | result | found |\n|---|---|---|\n");
        for (Finding finding : Findings.of(verdict, strict)) {
            out.append("| ")
                    .append(escaped(finding.name()))
                    .append(" | ")
                    .append(word(finding))
                    .append(" | ")
                    .append(escaped(finding.text()))
                    .append(" |\n");
        }
        out.append("\nRun ")
                .append(escaped(verdict.getBot() + ":" + verdict.getRun()))
                .append(", ")
                .append(verdict.getIterationsTotal())
                .append(" iterations, ready for the freeze: ")
                .append(verdict.getFreezeReady() ? "yes" : "no")
                .append(proposals(verdict.getDeltaQuality()))
                .append(", digest `")
                .append(verdict.getDigest())
                .append("`\n\n");
    }

    private static String word(Finding finding) {
        return switch (finding.state()) {
            case PASSED -> "ok";
            case WARNED -> "warning";
            case FAILED -> "**missed**";
            case OPEN -> "**open**";
        };
    }

    private static String proposals(DeltaQuality quality) {
        return quality == null || quality.getProposed() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %d proposals, applied or excused %.3f",
                        quality.getProposed(),
                        quality.getJustifiedApplyRatio());
    }

    private static void bullets(StringBuilder out, String title, List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        out.append("#### ").append(title).append("\n\n");
        texts.forEach(text -> out.append("- ").append(escaped(text)).append('\n'));
        out.append('\n');
    }

    /** Nothing in a text may be read as Markdown or HTML, nor end a cell or a line. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (char each : text.toCharArray()) {
            switch (each) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\\', '`', '*', '_', '[', ']', '|', '#', '~', '!', '@' ->
                    escaped.append('\\').append(each);
                default -> escaped.append(Character.isISOControl(each) ? ' ' : each);
            }
        }
        return escaped.toString();
    }
}
