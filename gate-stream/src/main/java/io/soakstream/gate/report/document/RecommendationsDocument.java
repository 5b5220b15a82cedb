package io.soakstream.gate.report.document;

import io.soakstream.gate.advice.Advice;
import io.soakstream.gate.advice.AdvisedMove;
import io.soakstream.gate.advice.Adviser;
import io.soakstream.gate.advice.CurrentValues;
import io.soakstream.gate.report.Markdown;
import io.soakstream.schemas.canonical.Decimals;
import java.util.List;
import java.util.Locale;

/** RECOMMENDATIONS.md: what this run suggests, from the values that it ran with. */
final class RecommendationsDocument {
    private RecommendationsDocument() {}

    static String of(ReportInput input) {
        List<Advice> advice = Adviser.of(input.account(), input.leading());
        boolean ready = input.leading().getFreezeReady();
        StringBuilder out = new StringBuilder(DocumentText.head("Recommendations", input));
        out.append("Status: **").append(ready ? "PROD-READY" : "TUNING NEEDED").append("**\n");
        if (ready) {
            out.append("\nEvery goal is met; what follows is optional.\n");
        }
        out.append(values(input));
        if (advice.isEmpty()) {
            out.append(Markdown.section("Nothing to change"));
            out.append(ready ? "Maker share, latency and guards are excellent.\n" : open());
        }
        int number = 1;
        for (Advice one : advice) {
            out.append(Markdown.section(number + ". " + one.subject())).append(one(one));
            number++;
        }
        return out.append(notes()).toString();
    }

    private static String open() {
        return "No value of this run is known to be wrong: what is open needs more iterations, or data.\n";
    }

    private static String values(ReportInput input) {
        if (input.account().run().judgedAsRecorded()
                && CurrentValues.said(input.account()).isPresent()) {
            return "\nCurrent values are those that the bot last said it ran with.\n";
        }
        if (input.account().run().judgedAsRecorded()) {
            return "\nThe recording does not say what the bot ended with: current values are those that it is known to"
                    + " have begun with.\n";
        }
        return "\nCurrent values are those that the run ended with.\n";
    }

    private static String one(Advice advice) {
        StringBuilder out = new StringBuilder();
        if (!advice.finding().isEmpty()) {
            out.append(advice.finding()).append("\n\n");
        }
        if (!advice.moves().isEmpty()) {
            out.append(Markdown.head("Parameter", "Current", "Proposed", "Change", "Remark"));
            advice.moves().forEach(move -> out.append(row(move)));
            out.append(advice.remarks().isEmpty() ? "" : "\n");
        }
        return out.append(Markdown.bullets(advice.remarks())).toString();
    }

    private static String row(AdvisedMove move) {
        String unit = move.unit().equals("ratio") || move.unit().equals("count") ? "" : " " + move.unit();
        return Markdown.row(
                "`" + move.path() + "`",
                Decimals.plain(move.current()) + unit,
                Decimals.plain(move.proposed()) + unit,
                move.step(),
                remark(move));
    }

    private static String remark(AdvisedMove move) {
        String bound = move.bound()
                .map(cut -> "its " + cut.name().toLowerCase(Locale.ROOT))
                .orElse("");
        if (!move.isPossible()) {
            return bound.isEmpty() ? "too small a step to change it" : "already at " + bound;
        }
        return bound.isEmpty() ? "" : "cut at " + bound;
    }

    private static String notes() {
        return Markdown.section("Implementation Notes")
                + Markdown.bullets(List.of(
                        "Make one change at a time.",
                        "Run 12 to 24 iterations after each, and judge them with `soak gate`.",
                        "Watch maker share, latency, risk and net edge meanwhile.",
                        "Check with `soak verify-deltas` that at least 95 % of the proposals are applied or excused."));
    }
}
