package io.soakstream.gate.report;

import io.soakstream.gate.domain.Reason;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.Trend;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A verdict's reasons in one sentence, for whoever reads nothing else. */
public final class WhyText {
    private static final int MOST_REASONS = 3;

    private WhyText() {}

    /** The first reasons with the trend of what was missed; of a PASS how close the closest goal is to its threshold. */
    public static String of(Verdict verdict) {
        if (verdict.getVerdict() == VerdictLevel.PASS) {
            return "every goal is met"
                    + closest(verdict).map(text -> "; " + text).orElse("");
        }
        List<String> reasons = verdict.getReasons();
        String first = reasons.stream()
                .limit(MOST_REASONS)
                .map(reason -> ReasonText.sentence(reason) + trend(verdict, reason))
                .collect(Collectors.joining("; "));
        int more = reasons.size() - MOST_REASONS;
        return first + (more > 0 ? "; and " + more + " more" : "");
    }

    private static Optional<String> closest(Verdict verdict) {
        return verdict.getResults().stream()
                .filter(result -> result.getStatus() == KpiStatus.OK)
                .filter(result -> result.getMargin() != null && result.getThreshold() != 0)
                .min(Comparator.comparingDouble(WhyText::relativeMargin))
                .map(result -> "closest to its threshold is " + MetricText.label(result.getKpi()) + ": "
                        + result.getStatistic().replace('_', ' ') + " "
                        + MetricText.value(result.getKpi(), result.getValue(), "") + ", must be "
                        + result.getComparator() + " "
                        + Decimals.plain(Decimals.shortest(result.getThreshold())));
    }

    private static double relativeMargin(KpiResult result) {
        return result.getMargin() / Math.abs(result.getThreshold());
    }

    private static String trend(Verdict verdict, String encoded) {
        Reason reason = Reason.decode(encoded);
        if (!reason.code().equals(Reason.MISSED)) {
            return "";
        }
        return verdict.getWindow().getStatistics().stream()
                .filter(statistics ->
                        statistics.getKpi().equals(reason.arguments().get(0)))
                .filter(statistics -> statistics.getSamples() > 0 && statistics.getTrend() != Trend.UNKNOWN)
                .map(KpiStatistics::getTrend)
                .map(trend -> " (" + word(trend) + ")")
                .findFirst()
                .orElse("");
    }

    /** As readers say it: rising, falling, flat. */
    public static String word(Trend trend) {
        return switch (trend) {
            case UP -> "rising";
            case DOWN -> "falling";
            default -> trend.name().toLowerCase(Locale.ROOT);
        };
    }
}
