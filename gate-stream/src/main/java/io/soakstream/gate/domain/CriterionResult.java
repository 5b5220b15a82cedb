package io.soakstream.gate.domain;

import io.soakstream.schemas.canonical.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What was found for one criterion.
 *
 * @param samples iterations the value rests on (count)
 * @param value empty: NODATA (unit of the metric)
 * @param margin distance to the threshold in the good direction (unit of the metric)
 * @param incomplete iterations without data could change the value, and of a count also the status
 */
public record CriterionResult(
        Criterion criterion,
        int samples,
        Optional<BigDecimal> value,
        Optional<BigDecimal> margin,
        Status status,
        boolean incomplete) {

    /** INSUFFICIENT: met so far, or could still be met, but not on all the data that the policy demands. */
    public enum Status {
        OK,
        FAILED,
        NODATA,
        INSUFFICIENT
    }

    /** @param enough whether there is as much as the policy needs to conclude anything good */
    static CriterionResult of(Criterion criterion, List<Condition> perIteration, Evidence evidence, boolean enough) {
        Finding finding = Finding.of(criterion, perIteration, evidence);
        if (finding.least().isEmpty()) {
            return new CriterionResult(criterion, 0, Optional.empty(), Optional.empty(), Status.NODATA, false);
        }
        BigDecimal value = finding.least().get();
        boolean met = criterion.isMetBy(value);
        // A count of iterations can only grow by those that are not known: it is open if they would turn it.
        boolean open = met != criterion.isMetBy(finding.most().get());
        boolean incomplete = open || !finding.complete();
        Status status = met || open ? (enough && !incomplete ? Status.OK : Status.INSUFFICIENT) : Status.FAILED;
        return new CriterionResult(
                criterion,
                finding.samples(),
                Optional.of(value),
                Optional.of(criterion.margin(value)),
                status,
                incomplete);
    }

    boolean missed(Severity severity) {
        return status == Status.FAILED && criterion.severity() == severity;
    }

    Reason missedReason() {
        return Reason.of(
                Reason.MISSED,
                criterion.metric().field(),
                criterion.statistic().word(),
                Decimals.plain(value.orElseThrow()),
                criterion.comparator().sign(),
                Decimals.plain(criterion.threshold()));
    }
}
