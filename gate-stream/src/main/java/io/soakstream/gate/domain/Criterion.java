package io.soakstream.gate.domain;

import io.soakstream.schemas.kpi.Kpi;
import java.math.BigDecimal;

/**
 * One line of a policy.
 *
 * @param goal name of the goal that it stands for
 * @param threshold limit, in the KPI's unit
 */
public record Criterion(
        String goal, Kpi kpi, Statistic statistic, Comparator comparator, BigDecimal threshold, Severity severity) {}
