package io.soakstream.gate.domain;

import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.kpi.KpiStatistics.Summary;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What of a KPI's window a criterion looks at. */
public enum Statistic {
    MEAN("mean", Summary::mean),
    MEDIAN("median", Summary::median),
    MIN("min", Summary::min),
    MAX("max", Summary::max),
    HARMONIC_MEAN("harmonic_mean", summary -> summary.harmonicMean().orElseThrow()),
    /** Of the latest iteration itself, also where no window is kept. */
    LAST("last", Summary::last),
    /** Iterations of the window in which something holds. */
    COUNT("count", summary -> {
        throw new IllegalStateException("iterations are counted, not values");
    });

    private final String word;
    private final ToDoubleFunction<Summary> reader;

    Statistic(String word, ToDoubleFunction<Summary> reader) {
        this.word = word;
        this.reader = reader;
    }

    /** Name in policies and records. */
    public String word() {
        return word;
    }

    /** Whether the statistic is kept for the metric. */
    public boolean isKeptFor(Metric metric) {
        return switch (metric.source()) {
            case WINDOW -> this != COUNT && (this != HARMONIC_MEAN || hasHarmonicMean(metric));
            case LATEST -> this == LAST;
            case COUNT -> this == COUNT;
        };
    }

    private static boolean hasHarmonicMean(Metric metric) {
        return metric.kpi().filter(Kpi::hasHarmonicMean).isPresent();
    }

    double of(Summary summary) {
        return reader.applyAsDouble(summary);
    }

    public static Optional<Statistic> byWord(String word) {
        return Arrays.stream(values())
                .filter(statistic -> statistic.word.equals(word))
                .findFirst();
    }
}
