package io.soakstream.gate.report;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.DeltaQuality;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A verdict as a person reads it on a terminal. */
public final class VerdictTable {
    private static final String ROW = "  %-20s %-10s %12s   %-10s %10s   %-5s %s%n";

    private VerdictTable() {}

    /** One after the other. */
    public static String render(List<Verdict> verdicts) {
        return verdicts.stream().map(VerdictTable::render).collect(Collectors.joining(System.lineSeparator()));
    }

    public static String render(Verdict verdict) {
        StringBuilder out = new StringBuilder();
        out.append(String.format(Locale.ROOT, ROW, "KPI", "statistic", "value", "target", "margin", "trend", "result"));
        verdict.getResults().forEach(result -> out.append(row(verdict, result)));
        out.append(String.format(Locale.ROOT, "%n  iterations    %s%n", iterations(verdict)));
        out.append(String.format(
                Locale.ROOT, "  policy        %s (version %s)%n", verdict.getPolicy(), verdict.getPolicyVersion()));
        out.append(String.format(Locale.ROOT, "  verdict       %s%n", verdict.getVerdict()));
        lines(out, "because", verdict.getReasons());
        out.append(String.format(Locale.ROOT, "  freeze-ready  %s%n", verdict.getFreezeReady() ? "yes" : "no"));
        // A reason that stands above already needs no second line.
        lines(
                out,
                "missing",
                verdict.getMissing().stream()
                        .filter(code -> !verdict.getReasons().contains(code))
                        .toList());
        quality(verdict.getDeltaQuality())
                .ifPresent(text -> out.append(String.format(Locale.ROOT, "  proposals     %s%n", text)));
        worst(verdict).ifPresent(text -> out.append(String.format(Locale.ROOT, "  worst so far  %s%n", text)));
        out.append(String.format(Locale.ROOT, "  digest        %s%n", verdict.getDigest()));
        return out.toString();
    }

    private static Optional<String> quality(DeltaQuality quality) {
        return Optional.ofNullable(quality)
                .filter(counts -> counts.getProposed() > 0)
                .map(counts -> String.format(
                        Locale.ROOT,
                        "%d, applied or excused %.3f (in full %.3f), without effect %d, unconfirmed %d",
                        counts.getProposed(),
                        counts.getJustifiedApplyRatio(),
                        counts.getFullApplyRatio(),
                        counts.getStuck(),
                        counts.getUnconfirmed()));
    }

    private static Optional<String> worst(Verdict verdict) {
        return Optional.ofNullable(verdict.getWorstVerdict())
                .map(worst -> worst + " at iteration " + verdict.getWorstIteration());
    }

    private static void lines(StringBuilder out, String title, List<String> codes) {
        codes.forEach(
                code -> out.append(String.format(Locale.ROOT, "    %-11s %s%n", title, ReasonText.sentence(code))));
    }

    private static String row(Verdict verdict, KpiResult result) {
        int scale = MetricText.scale(result.getKpi());
        String margin = result.getMargin() == null
                ? ""
                : String.format(Locale.ROOT, "%+." + scale + "f", Decimals.rounded(result.getMargin(), scale));
        String target = result.getComparator() + " " + Decimals.plain(Decimals.shortest(result.getThreshold()));
        return String.format(
                Locale.ROOT,
                ROW,
                MetricText.labelWithUnit(result.getKpi()),
                result.getStatistic(),
                MetricText.value(result.getKpi(), result.getValue(), "no data"),
                target,
                margin,
                trend(verdict, result.getKpi()),
                status(result));
    }

    private static String status(KpiResult result) {
        return switch (result.getStatus()) {
            case OK -> "ok";
            case FAILED -> result.getSeverity().equals("hard") ? "MISSED" : "missed (soft)";
            case NODATA -> "NO DATA";
            case INSUFFICIENT -> result.getMargin() != null && result.getMargin() < 0 ? "open" : "ok so far";
            case UNKNOWN -> "?";
        };
    }

    private static String trend(Verdict verdict, String kpi) {
        return verdict.getWindow().getStatistics().stream()
                .filter(statistics -> statistics.getKpi().equals(kpi))
                .filter(statistics -> statistics.getSamples() > 0)
                .map(KpiStatistics::getTrend)
                .map(trend -> trend.name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private static String iterations(Verdict verdict) {
        List<Integer> judged = verdict.getWindow().getIterations();
        String range = judged.isEmpty() ? "none" : judged.get(0) + " to " + judged.get(judged.size() - 1);
        String gaps = verdict.getWindow().getGaps().isEmpty()
                ? ""
                : ", gaps at " + verdict.getWindow().getGaps();
        String times = verdict.getTimesSynthesised() ? ", times made up at the period" : "";
        return verdict.getIterationsTotal() + " in all, judged " + range + gaps + times;
    }
}
