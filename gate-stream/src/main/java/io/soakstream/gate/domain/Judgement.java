package io.soakstream.gate.domain;

import java.util.List;

/**
 * A policy's answer to one window.
 *
 * @param reasons every reason, never only the first
 * @param missing what is missing for freeze-ready; empty exactly if it is
 */
public record Judgement(VerdictLevel level, List<CriterionResult> results, List<Reason> reasons, List<Reason> missing) {

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
