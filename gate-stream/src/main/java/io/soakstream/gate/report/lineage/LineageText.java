package io.soakstream.gate.report.lineage;

import io.soakstream.gate.account.ChangedValue;
import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.TuningAccount;
import io.soakstream.gate.report.ReasonText;
import io.soakstream.gate.report.lineage.Lineage.Judgement;
import io.soakstream.gate.report.lineage.Lineage.Result;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What became of an iteration, as a person reads it: applied, confirmed, judged. */
public final class LineageText {
    private LineageText() {}

    public static String render(Lineage lineage) {
        return "applied\n" + applied(lineage.iteration().tuning())
                + "\nconfirmation\n" + confirmation(lineage.iteration())
                + "\nverdicts\n"
                + lineage.judgements().stream().map(LineageText::judgement).collect(Collectors.joining("\n"));
    }

    private static String applied(TuningAccount tuning) {
        StringBuilder out = new StringBuilder();
        line(
                out,
                "gate says",
                tuning.outcome().name()
                        + tuning.reason().map(reason -> ": " + reason).orElse(""));
        tuning.changed().forEach(change -> line(out, change.parameter(), change(change)));
        line(out, "hash before", tuning.hashBefore().orElse("not known"));
        line(out, "hash after", tuning.hashAfter().orElse("not known"));
        line(out, "handed out", tuning.bytesWritten() == 0 ? "nothing" : tuning.bytesWritten() + " bytes");
        return out.toString();
    }

    private static String change(ChangedValue change) {
        if (change.after().isEmpty() && change.before().isEmpty()) {
            return "changed, the recording does not say how";
        }
        return text(change.before())
                + change.delta()
                        .map(delta -> (delta.signum() < 0 ? " " : " +") + Decimals.plain(delta))
                        .orElse("")
                + " = " + text(change.after())
                + change.bound().map(bound -> ", cut at " + bound).orElse("");
    }

    private static String text(Optional<BigDecimal> value) {
        return value.map(Decimals::plain).orElse("not set");
    }

    private static String confirmation(IterationAccount iteration) {
        StringBuilder out = new StringBuilder();
        line(
                out,
                "bot's echo",
                Optional.ofNullable(iteration.summary().getOverridesHash()).orElse("none"));
        line(out, "after it", iteration.verification().name().toLowerCase(Locale.ROOT));
        line(
                out,
                "later",
                iteration
                        .settled()
                        .map(settled -> settled.outcome().name().toLowerCase(Locale.ROOT) + " at "
                                + Instant.ofEpochMilli(settled.eventTimeMs()))
                        .orElse("nothing more was said of it"));
        return out.toString();
    }

    private static String judgement(Judgement judgement) {
        Verdict verdict = judgement.verdict();
        StringBuilder out = new StringBuilder();
        out.append("  ")
                .append(verdict.getPolicy())
                .append(" (version ")
                .append(verdict.getPolicyVersion())
                .append("): ")
                .append(verdict.getVerdict())
                .append('\n');
        judgement
                .results()
                .forEach(result -> out.append("    ").append(result(result)).append('\n'));
        verdict.getReasons().forEach(reason -> out.append("    because ")
                .append(ReasonText.sentence(reason))
                .append('\n'));
        out.append("    digest ")
                .append(verdict.getDigest())
                .append(" from ")
                .append(verdict.getPreviousDigest().isEmpty() ? "nothing" : verdict.getPreviousDigest())
                .append('\n');
        return out.toString();
    }

    /** {@code maker_taker_ok: maker_taker_ratio mean of 0.85, 0.85 = 0.85 >= 0.83, margin 0.02: ok}. */
    private static String result(Result result) {
        KpiResult criterion = result.criterion();
        String samples = result.samples().stream()
                .map(sample -> sample.value().map(LineageText::number).orElse("none"))
                .collect(Collectors.joining(", "));
        return criterion.getGoal() + ": " + criterion.getKpi() + " " + criterion.getStatistic() + " of " + samples
                + (criterion.getValue() == null ? ": no data, must be " : " = " + number(criterion.getValue()) + " ")
                + criterion.getComparator() + " " + number(criterion.getThreshold())
                + (criterion.getMargin() == null ? "" : ", margin " + number(criterion.getMargin()))
                + ": " + criterion.getStatus().name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return Decimals.plain(Decimals.shortest(value));
    }

    private static void line(StringBuilder out, String name, String text) {
        out.append(String.format(Locale.ROOT, "  %-22s %s%n", name, text));
    }
}
