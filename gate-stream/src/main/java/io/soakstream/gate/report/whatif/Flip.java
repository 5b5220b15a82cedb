package io.soakstream.gate.report.whatif;

import io.soakstream.gate.domain.Reason;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How near a criterion is to turning over, and what the verdict would be then.
 *
 * @param criterion as it was found; its margin is the way that the value has to go, or the threshold the other way
 * @param then the verdict if this criterion alone turned over; empty: it has no data, or the verdict rests on more
 */
public record Flip(KpiResult criterion, Optional<VerdictLevel> then) {
    /** Reasons that come from the criteria themselves. */
    private static final Set<String> OF_CRITERIA = Set.of(Reason.ALL_GOALS_MET, Reason.MISSED);

    /** What else lacks, such as iterations, would keep the verdict from a PASS that the criteria alone allow. */
    private static final Set<String> LACKS = Set.of(Reason.MISSED);

    /** One for each criterion, in the policy's order. */
    public static List<Flip> of(Verdict verdict) {
        boolean byCriteria = restsOn(verdict.getReasons(), OF_CRITERIA) && restsOn(verdict.getMissing(), LACKS);
        return verdict.getResults().stream()
                .map(result -> new Flip(
                        result,
                        byCriteria && isSettled(result) ? Optional.of(without(verdict, result)) : Optional.empty()))
                .toList();
    }

    private static boolean restsOn(List<String> reasons, Set<String> codes) {
        return reasons.stream()
                .allMatch(reason -> codes.contains(Reason.decode(reason).code()));
    }

    private static boolean isSettled(KpiResult result) {
        return result.getStatus() == KpiStatus.OK || result.getStatus() == KpiStatus.FAILED;
    }

    private static VerdictLevel without(Verdict verdict, KpiResult turned) {
        if (missed(verdict, turned, "hard")) {
            return VerdictLevel.FAIL;
        }
        return missed(verdict, turned, "soft") ? VerdictLevel.WARN : VerdictLevel.PASS;
    }

    private static boolean missed(Verdict verdict, KpiResult turned, String severity) {
        return verdict.getResults().stream()
                .filter(result -> result.getSeverity().equals(severity))
                .anyMatch(result -> (result.getStatus() == KpiStatus.FAILED) != (result == turned));
    }
}
