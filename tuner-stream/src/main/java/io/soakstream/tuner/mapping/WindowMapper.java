package io.soakstream.tuner.mapping;

import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.KpiWindow;
import io.soakstream.schemas.contract.Trend;
import io.soakstream.schemas.kpi.KpiStatistics.Summary;

/** From the window of the rules to that of the record. */
final class WindowMapper {
    private WindowMapper() {}

    static KpiWindow window(io.soakstream.tuner.domain.KpiWindow window) {
        return new KpiWindow(
                window.capacity(),
                window.iterations(),
                window.gaps(),
                window.statistics().stream().map(WindowMapper::statistics).toList());
    }

    private static KpiStatistics statistics(io.soakstream.schemas.kpi.KpiStatistics statistics) {
        var summary = statistics.summary();
        // By the constructor: a builder looks up the default of every field that is not set.
        return new KpiStatistics(
                statistics.kpi().field(),
                statistics.samples(),
                statistics.missing(),
                summary.map(Summary::last).orElse(null),
                summary.map(Summary::mean).orElse(null),
                summary.map(Summary::median).orElse(null),
                summary.map(Summary::min).orElse(null),
                summary.map(Summary::max).orElse(null),
                summary.flatMap(Summary::harmonicMean).orElse(null),
                summary.map(known -> Trend.valueOf(known.trend().name())).orElse(Trend.UNKNOWN));
    }
}
