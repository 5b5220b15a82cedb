package io.soakstream.gate.report.document;

import io.soakstream.gate.report.Markdown;
import io.soakstream.gate.report.ReasonText;
import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.Verdict;
import java.util.List;

/** What the run came to, and what to do next. */
final class AssessmentSection {
    private AssessmentSection() {}

    static String of(ReportInput input) {
        Verdict verdict = input.leading();
        StringBuilder out = new StringBuilder(Markdown.section("6. Final Assessment"));
        List<String> failed = DocumentText.goals(verdict.getResults(), KpiStatus.FAILED);
        List<String> open =
                DocumentText.goals(verdict.getResults(), KpiStatus.NODATA, KpiStatus.INSUFFICIENT, KpiStatus.UNKNOWN);
        if (verdict.getFreezeReady()) {
            out.append("Every goal is met.\n\nNext steps:\n\n");
            out.append(ordered(
                    "Freeze the parameters of the run.",
                    "Build the release bundle and tag it.",
                    "Deploy to the canary and watch it as its checklist says."));
        } else {
            if (!failed.isEmpty()) {
                out.append("Goals missed: ").append(String.join(", ", failed)).append(".\n\n");
            }
            if (!open.isEmpty()) {
                out.append("Goals that are open: ")
                        .append(String.join(", ", open))
                        .append(".\n\n");
            }
            out.append(Markdown.bullets(
                    verdict.getMissing().stream().map(ReasonText::sentence).toList()));
            out.append("\nNext steps:\n\n");
            out.append(ordered(
                    "Read RECOMMENDATIONS.md and take up what it advises.",
                    "Run the soak again, for 12 to 24 iterations after each change.",
                    "Judge it again with `soak gate`."));
        }
        out.append("\n---\n\nDigest of the verdict: `")
                .append(verdict.getDigest())
                .append("`\n");
        return out.toString();
    }

    private static String ordered(String... steps) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < steps.length; i++) {
            out.append(i + 1).append(". ").append(steps[i]).append("\n");
        }
        return out.toString();
    }
}
