package io.soakstream.gate.domain;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.kpi.KpiStatistics;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The value that a criterion is held against, as far as it is known.
 *
 * @param samples iterations that it rests on (count)
 * @param complete no iteration is missing that could change it
 * @param least value if nothing that is missing counts; empty: no data (unit of the metric)
 * @param most value if everything that is missing counts; as {@code least} where nothing is counted
 */
record Finding(int samples, boolean complete, Optional<BigDecimal> least, Optional<BigDecimal> most) {

    static Finding of(Criterion criterion, List<Condition> perIteration, Evidence evidence) {
        Metric metric = criterion.metric();
        if (metric.source() == Metric.Source.COUNT) {
            return counted(evidence.count(metric, perIteration));
        }
        return criterion.statistic() == Statistic.LAST
                ? latest(evidence.latest(metric))
                : windowed(criterion, evidence.window());
    }

    private static Finding latest(Optional<BigDecimal> value) {
        return new Finding(value.isPresent() ? 1 : 0, true, value, value);
    }

    private static Finding windowed(Criterion criterion, JudgedWindow window) {
        Optional<KpiStatistics> statistics = criterion.metric().kpi().flatMap(window::statistics);
        int samples = statistics.map(KpiStatistics::samples).orElse(0);
        Optional<BigDecimal> value = statistics
                .flatMap(KpiStatistics::summary)
                .map(summary -> Decimals.shortest(criterion.statistic().of(summary)));
        return new Finding(samples, samples >= window.iterations().size(), value, value);
    }

    private static Finding counted(IterationCount count) {
        Optional<BigDecimal> known =
                Optional.of(count.known()).filter(number -> number > 0).map(BigDecimal::valueOf);
        return new Finding(
                count.known(),
                true,
                known.map(any -> BigDecimal.valueOf(count.holding())),
                known.map(any -> BigDecimal.valueOf(count.holding() + count.unknown())));
    }
}
