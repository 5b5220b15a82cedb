package io.soakstream.gate.report.document;

import io.soakstream.gate.report.MetricText;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatus;
import java.util.List;
import java.util.stream.Collectors;

/** Phrases that several documents have. */
final class DocumentText {
    private DocumentText() {}

    /** Title, run, and what must be known before anything else is read. */
    static String head(String title, ReportInput input) {
        StringBuilder out = new StringBuilder("# " + title + "\n\n");
        out.append("Run: `")
                .append(input.account().run().key())
                .append("`, as of ")
                .append(input.asOf());
        out.append(input.account().run().timesSynthesised() ? " (times made up at the period)" : "")
                .append("  \n");
        out.append("Policy: ")
                .append(input.leading().getPolicy())
                .append(" (version ")
                .append(input.leading().getPolicyVersion())
                .append(")  \n");
        return out.toString();
    }

    static String mark(KpiResult result) {
        return switch (result.getStatus()) {
            case OK -> "[OK]";
            case FAILED -> "[FAIL]";
            case NODATA -> "[NO DATA]";
            case INSUFFICIENT -> "[OPEN]";
            case UNKNOWN -> "[?]";
        };
    }

    /** Statistic, comparator and threshold: {@code mean >= 0.83}. */
    static String target(KpiResult result) {
        return result.getStatistic() + " " + result.getComparator() + " "
                + Decimals.plain(Decimals.shortest(result.getThreshold()));
    }

    static String value(KpiResult result) {
        return MetricText.value(result.getKpi(), result.getValue(), "no data");
    }

    static List<String> goals(List<KpiResult> results, KpiStatus... wanted) {
        List<KpiStatus> statuses = List.of(wanted);
        return results.stream()
                .filter(result -> statuses.contains(result.getStatus()))
                .map(KpiResult::getGoal)
                .toList();
    }

    /** At most {@code most} of them, and how many more there are. */
    static String numbers(List<Integer> numbers, int most) {
        if (numbers.isEmpty()) {
            return "None";
        }
        String first = numbers.stream().limit(most).map(String::valueOf).collect(Collectors.joining(", "));
        return numbers.size() <= most ? first : first + " ... (+" + (numbers.size() - most) + " more)";
    }
}
