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

    /** The same results, with one more reason against it that makes it what is given. */
    Judgement with(VerdictLevel to, Reason reason) {
        List<Reason> why = new ArrayList<>(level == VerdictLevel.PASS ? List.of() : reasons);
        why.add(reason);
        List<Reason> lacking = new ArrayList<>(missing);
        lacking.add(reason);
        return new Judgement(to, results, why, lacking);
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
