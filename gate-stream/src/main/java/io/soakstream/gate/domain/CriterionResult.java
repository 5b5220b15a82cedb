package io.soakstream.gate.domain;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.kpi.KpiStatistics;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What was found for one criterion.
 *
 * @param samples iterations the value rests on (count)
 * @param value empty: NODATA (unit of the KPI)
 * @param margin distance to the threshold in the good direction (unit of the KPI)
 */
public record CriterionResult(
        Criterion criterion, int samples, Optional<BigDecimal> value, Optional<BigDecimal> margin, Status status) {

    /** INSUFFICIENT: met so far, but the window is not full or has iterations without the KPI. */
    public enum Status {
        OK,
        FAILED,
        NODATA,
        INSUFFICIENT
    }

    static CriterionResult of(Criterion criterion, JudgedWindow window, boolean enoughIterations) {
        KpiStatistics statistics = window.statistics(criterion.kpi())
                .orElseGet(() -> new KpiStatistics(
                        criterion.kpi(), 0, window.iterations().size(), Optional.empty()));
        if (statistics.summary().isEmpty()) {
            return new CriterionResult(criterion, 0, Optional.empty(), Optional.empty(), Status.NODATA);
        }
        BigDecimal value =
                Decimals.shortest(criterion.statistic().of(statistics.summary().get()));
        BigDecimal margin = criterion.comparator().margin(value, criterion.threshold());
        Status met = enoughIterations && statistics.missing() == 0 ? Status.OK : Status.INSUFFICIENT;
        Status status = criterion.comparator().met(value, criterion.threshold()) ? met : Status.FAILED;
        return new CriterionResult(criterion, statistics.samples(), Optional.of(value), Optional.of(margin), status);
    }

    boolean missed(Severity severity) {
        return status == Status.FAILED && criterion.severity() == severity;
    }

    Reason missedReason() {
        return Reason.of(
                Reason.MISSED,
                criterion.kpi().field(),
                criterion.statistic().word(),
                Decimals.plain(value.orElseThrow()),
                criterion.comparator().sign(),
                Decimals.plain(criterion.threshold()));
    }
}
