package io.soakstream.notifier.domain;

import java.util.Optional;

/**
 * One criterion of a policy and what was found.
 *
 * @param kpi name of the KPI, in whose unit the numbers are
 * @param comparator {@code <=}, {@code <}, {@code >=} or {@code >}
 * @param value empty: no data
 * @param margin distance to the limit in the good direction; negative: missed
 * @param trend improving, worsening or flat; empty: not known
 */
public record Figure(
        String kpi,
        String statistic,
        String comparator,
        double threshold,
        Optional<Double> value,
        Optional<Double> margin,
        Optional<String> trend,
        boolean missed) {}
