package io.soakstream.gate.domain;

import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.kpi.KpiStatistics;
import java.util.List;
import java.util.Optional;

/**
 * The statistics that are judged.
 *
 * @param capacity iterations the window holds when full (count)
 * @param iterations numbers in the window, ascending
 * @param gaps first missing number of each gap
 * @param statistics one entry per KPI
 */
public record JudgedWindow(int capacity, List<Integer> iterations, List<Integer> gaps, List<KpiStatistics> statistics) {
    public JudgedWindow {
        iterations = List.copyOf(iterations);
        gaps = List.copyOf(gaps);
        statistics = List.copyOf(statistics);
    }

    /** A window whose statistics are not at hand. */
    public static JudgedWindow unknown(List<Integer> iterations) {
        return new JudgedWindow(iterations.size(), iterations, List.of(), List.of());
    }

    Optional<KpiStatistics> statistics(Kpi kpi) {
        return statistics.stream().filter(entry -> entry.kpi() == kpi).findFirst();
    }
}
