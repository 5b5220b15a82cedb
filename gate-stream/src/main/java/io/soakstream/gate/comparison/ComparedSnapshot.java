package io.soakstream.gate.comparison;

import io.soakstream.gate.report.snapshot.ReadSnapshot;
import io.soakstream.schemas.kpi.Kpi;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A run of which only a snapshot is left, as one side of a comparison. */
public final class ComparedSnapshot {
    private static final String SCHEMA_1_1 = "1.1";
    private static final String SNAPSHOT = "snapshot";

    private ComparedSnapshot() {}

    public static ComparedRun of(ReadSnapshot snapshot) {
        Map<Kpi, Double> means = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            snapshot.mean(kpi).ifPresent(mean -> means.put(kpi, mean));
        }
        return new ComparedRun(snapshot.source(), verdict(snapshot).stream().toList(), means, Map.of());
    }

    /** Schema 1.1 is the verdict of one policy; in schema 1.2 as it was first published, no policy is named. */
    private static Optional<ComparedVerdict> verdict(ReadSnapshot snapshot) {
        Optional<String> policy =
                snapshot.schemaVersion().equals(SCHEMA_1_1) ? Optional.of(SNAPSHOT) : snapshot.policy();
        return policy.map(name -> new ComparedVerdict(
                name, snapshot.policyVersion(), snapshot.verdict().name()));
    }
}
