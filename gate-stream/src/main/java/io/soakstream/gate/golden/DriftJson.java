package io.soakstream.gate.golden;

import io.soakstream.schemas.canonical.CanonicalJson;
import java.util.List;
import java.util.Map;

/** Drifts for a program. */
public final class DriftJson {
    private DriftJson() {}

    /** One canonical object without a line feed: {@code drift_count} and {@code drifts}, each with path, kind and message. */
    public static String render(List<Drift> drifts) {
        return CanonicalJson.write(Map.of(
                "drift_count",
                drifts.size(),
                "drifts",
                drifts.stream()
                        .map(drift -> Map.of(
                                "path", drift.path(), "kind", drift.kind().words(), "message", drift.message()))
                        .toList()));
    }
}
