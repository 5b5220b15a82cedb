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
    LAST("last", Summary::last);

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

    /** Whether the statistic is kept for the KPI. */
    public boolean isKeptFor(Kpi kpi) {
        return this != HARMONIC_MEAN || kpi.hasHarmonicMean();
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
