package io.soakstream.gate.report;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.kpi.Kpi;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/** A verdict in one line, for whoever follows many. */
public final class VerdictLine {
    private VerdictLine() {}

    public static String render(Verdict verdict) {
        return String.format(
                Locale.ROOT,
                "%s  %s:%s #%d  %-12s  %s",
                Instant.ofEpochMilli(verdict.getEventTimeMs()),
                verdict.getBot(),
                verdict.getRun(),
                verdict.getIteration(),
                verdict.getVerdict(),
                verdict.getResults().stream().map(VerdictLine::result).collect(Collectors.joining("  ")));
    }

    private static String result(KpiResult result) {
        String label = Kpi.byField(result.getKpi()).map(Kpi::label).orElse(result.getKpi());
        String value = result.getValue() == null ? "n/a" : Decimals.plain(Decimals.rounded(result.getValue(), 3));
        return label + " " + value + (result.getStatus() == KpiStatus.FAILED ? "!" : "");
    }
}
