package io.soakstream.gate.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A named, versioned set of criteria.
 *
 * @param perIteration what an iteration must meet to be counted by {@link Metric#ITERATIONS_PASSING}; empty: no
 *     criterion counts
 * @param criteria in the order in which they are reported
 */
public record Policy(
        String name, String version, Minimum minimum, List<Condition> perIteration, List<Criterion> criteria) {
    public Policy {
        perIteration = List.copyOf(perIteration);
        criteria = List.copyOf(criteria);
        if (criteria.stream().allMatch(criterion -> criterion.severity() == Severity.REPORT)) {
            throw new IllegalArgumentException("policy " + name + ": criteria: none that could fail it");
        }
        requireDistinctGoals(name, criteria);
        boolean counts = criteria.stream().anyMatch(criterion -> criterion.metric() == Metric.ITERATIONS_PASSING);
        if (counts == perIteration.isEmpty()) {
            throw new IllegalArgumentException("policy " + name + ": per_iteration: "
                    + (counts ? "missing, but a criterion counts iterations_passing" : "no criterion counts them"));
        }
    }

    private static void requireDistinctGoals(String name, List<Criterion> criteria) {
        Set<String> goals = new HashSet<>();
        criteria.stream()
                .map(Criterion::goal)
                .filter(goal -> !goals.add(goal))
                .findFirst()
                .ifPresent(goal -> {
                    throw new IllegalArgumentException("policy " + name + ": criteria: goal '" + goal + "' twice");
                });
    }
}
