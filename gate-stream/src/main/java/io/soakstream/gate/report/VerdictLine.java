package io.soakstream.gate.report;

import io.soakstream.gate.domain.Metric;
import io.soakstream.gate.domain.Reason;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.Verdict;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A verdict in one line, for whoever follows many. */
public final class VerdictLine {
    private static final Set<String> ALARMS = Set.of(
            Reason.PROJECTION_MISMATCH,
            Reason.MISSING_DECISION,
            Reason.STALLED,
            Reason.UNCONFIRMED,
            Reason.RUN_ENDED,
            Reason.INSUFFICIENT_ELAPSED);

    private VerdictLine() {}

    public static String render(Verdict verdict) {
        return String.format(
                Locale.ROOT,
                "%s  %s:%s #%d  %s %-12s  %s",
                Instant.ofEpochMilli(verdict.getEventTimeMs()),
                verdict.getBot(),
                verdict.getRun(),
                verdict.getIteration(),
                verdict.getPolicy() + (verdict.getLast() ? " (last)" : ""),
                verdict.getVerdict(),
                Stream.concat(
                                verdict.getResults().stream().map(VerdictLine::result),
                                verdict.getReasons().stream()
                                        .filter(VerdictLine::isAlarm)
                                        .map(ReasonText::sentence))
                        .collect(Collectors.joining("  ")));
    }

    /** What no KPI shows. */
    private static boolean isAlarm(String reason) {
        return ALARMS.contains(Reason.decode(reason).code());
    }

    private static String result(KpiResult result) {
        String label = Metric.byField(result.getKpi()).map(Metric::label).orElse(result.getKpi());
        String value = result.getValue() == null ? "n/a" : Decimals.plain(Decimals.rounded(result.getValue(), 3));
        return label + " " + value + (result.getStatus() == KpiStatus.FAILED ? "!" : "");
    }
}
