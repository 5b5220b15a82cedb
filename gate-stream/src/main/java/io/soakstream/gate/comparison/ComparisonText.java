package io.soakstream.gate.comparison;

import io.soakstream.gate.comparison.RunComparison.Judged;
import io.soakstream.schemas.canonical.Decimals;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** A comparison as a person reads it. */
public final class ComparisonText {
    private static final String ROW = "  %-18s %11s %11s %11s %9s  %-7s %-9s %-11s %s%n";

    private ComparisonText() {}

    /** The lines as they were always published: means of the last windows, and the verdict where it changed. */
    public static String published(RunComparison comparison) {
        StringBuilder out = new StringBuilder("\nBaseline vs Current:\n");
        comparison.deciding().forEach(kpi -> published(kpi).ifPresent(out::append));
        comparison.judged().filter(Judged::changed).ifPresent(judged -> out.append("  verdict: ")
                .append(judged.baseline().level())
                .append(" → ")
                .append(judged.candidate().level())
                .append('\n'));
        return out.toString();
    }

    /** Empty: there is no percentage of nothing. Rounded half-even, as it was always published. */
    private static Optional<String> published(KpiComparison kpi) {
        if (kpi.changePercent().isEmpty()) {
            return Optional.empty();
        }
        double percent = kpi.changePercent().getAsDouble();
        return Optional.of("  " + kpi.kpi().field() + ".mean: "
                + rounded(kpi.baseline().orElseThrow(), 3) + " → "
                + rounded(kpi.candidate().orElseThrow(), 3) + " ("
                + (percent >= 0 ? "+" : "") + rounded(percent, 1) + "%)\n");
    }

    private static String rounded(double value, int scale) {
        return Decimals.rounded(value, scale).toPlainString();
    }

    /** Everything that was found. */
    public static String render(RunComparison comparison) {
        StringBuilder out = new StringBuilder();
        Optional<Judged> judged = comparison.judged();
        out.append("  baseline   ").append(side(comparison.baseline(), judged.map(Judged::baseline)));
        out.append("  candidate  ").append(side(comparison.candidate(), judged.map(Judged::candidate)));
        out.append(judged.isPresent() ? "" : "  no policy is known to have judged both, so no verdict is compared\n");
        out.append('\n');
        out.append(String.format(
                Locale.ROOT,
                ROW,
                "KPI (last window)",
                "baseline",
                "candidate",
                "change",
                "",
                "",
                "p",
                "effect",
                "answer"));
        comparison.kpis().forEach(kpi -> out.append(row(kpi)));
        out.append('\n');
        comparison.kpis().forEach(kpi -> remarks(out, kpi));
        out.append(String.format(Locale.ROOT, "  result     %s%n", comparison.result()));
        return out.toString();
    }

    private static String side(ComparedRun run, Optional<ComparedVerdict> common) {
        return run.name() + ": "
                + common.or(() -> run.verdicts().stream().findFirst())
                        .map(ComparedVerdict::text)
                        .orElse("not judged")
                + "\n";
    }

    private static String row(KpiComparison kpi) {
        return String.format(
                Locale.ROOT,
                ROW,
                kpi.kpi().field(),
                mean(kpi.baseline()),
                mean(kpi.candidate()),
                number(kpi.change()),
                kpi.changePercent().isPresent()
                        ? String.format(
                                Locale.ROOT, "%+.1f%%", kpi.changePercent().getAsDouble())
                        : "",
                kpi.changedForTheBetter()
                        .map(better -> better ? "better" : "worse")
                        .orElse(""),
                kpi.adjustedP().isPresent() ? p(kpi.adjustedP().getAsDouble()) : "-",
                kpi.test().map(test -> Effect.of(test.cliffsDelta()).word()).orElse("-"),
                kpi.answer().word().replace('_', ' '));
    }

    private static void remarks(StringBuilder out, KpiComparison kpi) {
        String label = "  " + kpi.kpi().field() + ": ";
        kpi.test().ifPresent(test -> out.append(label).append(shift(kpi, test)).append('\n'));
        kpi.needed()
                .ifPresent(needed -> out.append(label).append(needed(needed)).append('\n'));
        if (kpi.answer() == Answer.INSUFFICIENT_EVIDENCE && kpi.test().isEmpty()) {
            out.append(label).append("only a snapshot of one side is left: a test needs the iterations of both\n");
        }
        kpi.caveats().forEach(caveat -> out.append(label).append(caveat).append('\n'));
    }

    private static String shift(KpiComparison kpi, RankTest test) {
        String interval = test.interval()
                .map(range -> ", at 95 % between " + shown(range.low()) + " and " + shown(range.high()))
                .orElse(", too few iterations for an interval");
        return "over " + test.baselineSamples() + " and " + test.candidateSamples() + " iterations it lies "
                + shown(test.shift()) + " " + kpi.kpi().unit() + " apart" + interval
                + String.format(Locale.ROOT, " (Cliff's delta %+.3f)", test.cliffsDelta());
    }

    private static String needed(Evidence needed) {
        return "for an answer " + needed.candidate() + " more iteration(s) of the candidate are needed"
                + (needed.baseline() == 0 ? "" : " and " + needed.baseline() + " of the baseline");
    }

    private static String p(double value) {
        return value < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String mean(Optional<Double> mean) {
        return mean.map(ComparisonText::shown).orElse("no data");
    }

    private static String number(OptionalDouble value) {
        return value.isEmpty() ? "" : String.format(Locale.ROOT, "%+.4g", value.getAsDouble());
    }

    private static String shown(double value) {
        return Decimals.plain(Decimals.rounded(value, 4));
    }
}
