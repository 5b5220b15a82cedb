package io.soakstream.gate.report.release;

import io.soakstream.gate.report.document.ReportInput;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.kpi.Kpi;
import java.util.List;
import java.util.Optional;

/**
 * What the documents of a release are written from.
 *
 * @param report of the soak that the release stands on
 * @param tag name of the release; empty: it has none yet
 * @param overrides what it ships
 * @param forced made although the soak did not pass
 */
public record ReleaseInput(ReportInput report, String tag, ShippedOverrides overrides, boolean forced) {
    /** KPIs that a release is told by. */
    static final List<Kpi> TOLD = List.of(Kpi.MAKER_TAKER_RATIO, Kpi.P95_LATENCY_MS, Kpi.RISK_RATIO, Kpi.NET_BPS);

    /** File that the shipped values are in. */
    public static final String OVERRIDES_FILE = "soak_profile.runtime_overrides.json";

    /** The same under a name. */
    public ReleaseInput named(String name) {
        return new ReleaseInput(report, name, overrides, forced);
    }

    Verdict verdict() {
        return report.leading();
    }

    /** Of the window; empty: it has no value of the KPI. */
    Optional<KpiStatistics> statistics(Kpi kpi) {
        return verdict().getWindow().getStatistics().stream()
                .filter(entry -> entry.getKpi().equals(kpi.field()) && entry.getSamples() > 0)
                .findFirst();
    }

    /** First and last iteration of the window: {@code 29-36}. */
    String window() {
        List<Integer> numbers = verdict().getWindow().getIterations();
        return numbers.isEmpty() ? "none" : numbers.get(0) + "-" + numbers.get(numbers.size() - 1);
    }

    /** Run key of the soak. */
    String run() {
        return report.account().run().key();
    }
}
