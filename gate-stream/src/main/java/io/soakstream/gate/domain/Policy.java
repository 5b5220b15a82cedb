package io.soakstream.gate.domain;

import java.util.List;
import java.util.OptionalInt;

/**
 * A named, versioned set of criteria.
 *
 * @param passIterations iterations that PASS and WARN need (count); empty: a full window
 * @param failIterations iterations that FAIL needs (count)
 * @param criteria in the order in which they are reported
 */
public record Policy(
        String name, String version, OptionalInt passIterations, int failIterations, List<Criterion> criteria) {
    public Policy {
        criteria = List.copyOf(criteria);
        if (criteria.stream().allMatch(criterion -> criterion.severity() == Severity.REPORT)) {
            throw new IllegalArgumentException("policy " + name + ": criteria: none that could fail it");
        }
    }

    /** Iterations that PASS and WARN need in a window of the given capacity (count). */
    int passIterations(int capacity) {
        return passIterations.orElse(capacity);
    }
}
