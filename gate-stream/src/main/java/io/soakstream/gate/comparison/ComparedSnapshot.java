package io.soakstream.gate.comparison;

import io.soakstream.gate.report.snapshot.ReadSnapshot;
import io.soakstream.schemas.kpi.Kpi;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A run of which only a snapshot is left, as one side of a comparison. */
public final class ComparedSnapshot {
    private ComparedSnapshot() {}

    public static ComparedRun of(ReadSnapshot snapshot) {
        Map<Kpi, Double> means = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            snapshot.mean(kpi).ifPresent(mean -> means.put(kpi, mean));
        }
        return new ComparedRun(snapshot.source(), Optional.of(snapshot.verdict().name()), means, Map.of());
    }
}
