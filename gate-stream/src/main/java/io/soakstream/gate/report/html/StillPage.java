package io.soakstream.gate.report.html;

import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.report.MetricText;
import io.soakstream.gate.report.ReasonText;
import io.soakstream.gate.report.WhyText;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the page shows where no script runs: names and texts for its template, which escapes them. */
final class StillPage {
    private StillPage() {}

    static Map<String, Object> of(RunAccount account, List<Verdict> verdicts) {
        String leading = verdicts.isEmpty()
                ? "INCONCLUSIVE"
                : verdicts.get(0).getVerdict().name();
        return Map.of(
                "run", account.run().key(),
                "verdict", leading,
                "state", leading.toLowerCase(Locale.ROOT),
                "why", verdicts.isEmpty() ? "not one iteration could be judged" : WhyText.of(verdicts.get(0)),
                "facts", facts(account),
                "notes", account.notes(),
                "refusals", account.refusals(),
                "policies", verdicts.stream().map(StillPage::policy).toList());
    }

    private static List<Map<String, String>> facts(RunAccount account) {
        return List.of(
                fact("iterations", String.valueOf(account.iterations().size())),
                fact("mode", account.run().mode().name().toLowerCase(Locale.ROOT)),
                fact("tuning", account.run().judgedAsRecorded() ? "judged as recorded" : "tuned by us"),
                fact("times", account.run().timesSynthesised() ? "made up at the period" : "as recorded"),
                fact(
                        "end",
                        account.run()
                                .end()
                                .map(end -> end.name().toLowerCase(Locale.ROOT))
                                .orElse("not recorded")));
    }

    private static Map<String, String> fact(String name, String value) {
        return Map.of("name", name, "value", value);
    }

    private static Map<String, Object> policy(Verdict verdict) {
        return Map.of(
                "name", verdict.getPolicy(),
                "version", verdict.getPolicyVersion(),
                "verdict", verdict.getVerdict().name(),
                "reasons", sentences(verdict.getReasons()),
                "freezeReady", verdict.getFreezeReady(),
                "missing", sentences(unsaid(verdict)),
                "criteria",
                        verdict.getResults().stream().map(StillPage::criterion).toList(),
                "digest", verdict.getDigest());
    }

    /** A reason that stands above already needs no second line. */
    private static List<String> unsaid(Verdict verdict) {
        return verdict.getMissing().stream()
                .filter(code -> !verdict.getReasons().contains(code))
                .toList();
    }

    private static List<String> sentences(List<String> codes) {
        return codes.stream().map(ReasonText::sentence).toList();
    }

    private static Map<String, String> criterion(KpiResult result) {
        return Map.of(
                "label", MetricText.labelWithUnit(result.getKpi()),
                "statistic", result.getStatistic().replace('_', ' '),
                "value", MetricText.value(result.getKpi(), result.getValue(), "no data"),
                "target", result.getComparator() + " " + Decimals.plain(Decimals.shortest(result.getThreshold())),
                "margin", MetricText.value(result.getKpi(), result.getMargin(), ""),
                "status", status(result));
    }

    private static String status(KpiResult result) {
        return switch (result.getStatus()) {
            case OK -> "met";
            case FAILED -> result.getSeverity().equals("hard") ? "missed" : "missed (soft)";
            case NODATA -> "no data";
            case INSUFFICIENT -> "open";
            case UNKNOWN -> KpiStatus.UNKNOWN.name().toLowerCase(Locale.ROOT);
        };
    }
}
