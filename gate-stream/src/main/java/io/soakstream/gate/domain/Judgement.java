package io.soakstream.gate.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * A policy's answer to one window.
 *
 * @param reasons every reason, never only the first
 * @param missing what is missing for freeze-ready; empty exactly if it is
 */
public record Judgement(VerdictLevel level, List<CriterionResult> results, List<Reason> reasons, List<Reason> missing) {
    public Judgement {
        results = List.copyOf(results);
        reasons = List.copyOf(reasons);
        missing = List.copyOf(missing);
    }

    /** Nothing can be judged. */
    static Judgement inconclusive(List<Reason> reasons) {
        return new Judgement(VerdictLevel.INCONCLUSIVE, List.of(), reasons, reasons);
    }

    /** The same results, if what they rest on is in doubt: neither a pass nor a failure. */
    Judgement doubted(List<Reason> doubts) {
        if (doubts.isEmpty()) {
            return this;
        }
        List<Reason> all = new ArrayList<>(doubts);
        all.addAll(missing);
        return new Judgement(VerdictLevel.INCONCLUSIVE, results, all, all);
    }

    /** Ready for the production freeze. */
    public boolean freezeReady() {
        return missing.isEmpty();
    }

    /** Criteria met (count). */
    public int passCount() {
        return (int) results.stream()
                .filter(result -> result.status() == CriterionResult.Status.OK)
                .count();
    }
}
