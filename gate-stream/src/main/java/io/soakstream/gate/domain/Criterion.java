package io.soakstream.gate.domain;

import java.math.BigDecimal;

/**
 * One line of a policy.
 *
 * @param goal name of the goal that it stands for, once in a policy
 * @param threshold limit, in the metric's unit
 */
public record Criterion(
        String goal,
        Metric metric,
        Statistic statistic,
        Comparator comparator,
        BigDecimal threshold,
        Severity severity) {

    boolean isMetBy(BigDecimal value) {
        return comparator.met(value, threshold);
    }

    /** Distance of a value to the threshold in the good direction; negative: missed. */
    BigDecimal margin(BigDecimal value) {
        return comparator.margin(value, threshold);
    }
}
