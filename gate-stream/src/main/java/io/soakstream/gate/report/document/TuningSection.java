package io.soakstream.gate.report.document;

import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.domain.WindowFindings;
import io.soakstream.gate.report.Markdown;
import io.soakstream.gate.report.snapshot.OutcomeCounts;
import io.soakstream.schemas.contract.DeltaQuality;
import io.soakstream.schemas.contract.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** What guards held and what was applied, over the whole run. */
final class TuningSection {
    private static final int NUMBERS_SHOWN = 10;

    private TuningSection() {}

    static String of(ReportInput input) {
        RunAccount account = input.account();
        return Markdown.section("4. Guards & Tuning Activity")
                + guards(account)
                + applied(input.leading(), account)
                + quality(input.leading().getDeltaQuality())
                + skips(input.leading());
    }

    private static String guards(RunAccount account) {
        StringBuilder out = new StringBuilder("### Guard Activations\n\n");
        out.append(Markdown.head("Guard Type", "Count", "Iterations"));
        for (String guard : WindowFindings.GUARDS) {
            List<Integer> held = account.iterations().stream()
                    .filter(iteration -> iteration.guards().held().contains(guard))
                    .map(IterationAccount::iteration)
                    .toList();
            out.append(Markdown.row(guard, String.valueOf(held.size()), DocumentText.numbers(held, NUMBERS_SHOWN)));
        }
        return out.toString();
    }

    private static String applied(Verdict verdict, RunAccount account) {
        List<Integer> applied = account.iterations().stream()
                .filter(iteration -> iteration.tuning().applied())
                .map(IterationAccount::iteration)
                .toList();
        String keys = verdict.getChangedKeys().isEmpty() ? "None" : String.join(", ", verdict.getChangedKeys());
        return "\n### Delta Application\n\n"
                + Markdown.bullets(List.of(
                        "Applied: " + applied.size() + " (iterations: " + DocumentText.numbers(applied, NUMBERS_SHOWN)
                                + ")",
                        "Changed Keys: " + keys));
    }

    private static String quality(DeltaQuality quality) {
        if (quality == null || quality.getProposed() == 0) {
            return "- Proposals: none\n";
        }
        return String.format(
                Locale.ROOT,
                "- Proposals: %d, applied or excused %.3f, in full %.3f, without effect %d, unconfirmed %d\n",
                quality.getProposed(),
                quality.getJustifiedApplyRatio(),
                quality.getFullApplyRatio(),
                quality.getStuck(),
                quality.getUnconfirmed());
    }

    private static String skips(Verdict verdict) {
        SortedMap<String, Long> reasons = OutcomeCounts.skipReasons(verdict);
        if (reasons.isEmpty()) {
            return "";
        }
        return "\n### Skip Reasons\n\n"
                + Markdown.bullets(reasons.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .toList());
    }
}
