package io.soakstream.notifier;

import io.soakstream.notifier.domain.Event;
import io.soakstream.notifier.domain.Figure;
import io.soakstream.notifier.domain.GuardCount;
import io.soakstream.notifier.domain.Level;
import io.soakstream.notifier.domain.Notice;
import io.soakstream.notifier.domain.Severity;
import java.util.List;
import java.util.Optional;

/** Notices for tests. */
public final class Samples {
    public static final String LINE = "Soak [FAIL] FAIL | risk=0.41 | mt=0.89 | net=3.13 | latency=305ms | guards=2";

    private static final long TIME_MS = 1_760_270_400_000L;

    private Samples() {}

    /** A move to FAIL. */
    public static Notice failure() {
        return failure("n1", List.of("p95 latency max is 412.5, must be <= 340"), List.of());
    }

    public static Notice failure(String id, List<String> reasons, List<String> notes) {
        return verdict(id, List.of(Event.VERDICT_CHANGED), Level.FAIL, Optional.of(Level.PASS), reasons, notes);
    }

    public static Notice recovery() {
        return verdict(
                "n2",
                List.of(Event.RECOVERED, Event.FREEZE_READY),
                Level.PASS,
                Optional.of(Level.FAIL),
                List.of("every goal is met"),
                List.of());
    }

    public static Notice started() {
        return verdict("n0", List.of(Event.RUN_STARTED), Level.INCONCLUSIVE, Optional.empty(), List.of(), List.of());
    }

    public static Notice line() {
        return verdict("n3", List.of(Event.LINE), Level.FAIL, Optional.of(Level.FAIL), List.of(), List.of());
    }

    public static Notice progress(Level level) {
        return verdict("p1", List.of(Event.PROGRESS), level, Optional.of(level), List.of(), List.of());
    }

    private static Notice verdict(
            String id,
            List<Event> events,
            Level level,
            Optional<Level> previous,
            List<String> reasons,
            List<String> notes) {
        boolean failing = level == Level.FAIL;
        return new Notice(
                id,
                "v-" + id,
                events,
                failing ? Severity.CRITICAL : Severity.INFO,
                "mm",
                "nightly",
                Optional.of("release"),
                Optional.of(13),
                TIME_MS,
                Optional.of(level),
                previous,
                previous.map(known -> 6),
                previous.map(known -> TIME_MS - 35 * 60_000),
                Optional.of(LINE.replace("FAIL", level.name())),
                List.of(
                        new Figure(
                                "p95_latency_ms",
                                "max",
                                "<=",
                                340,
                                Optional.of(failing ? 412.5 : 305),
                                Optional.of(failing ? -72.5 : 35),
                                Optional.of("up"),
                                failing),
                        new Figure(
                                "risk_ratio",
                                "median",
                                "<=",
                                0.4,
                                Optional.of(0.371),
                                Optional.of(0.029),
                                Optional.empty(),
                                false)),
                List.of(new GuardCount("oscillation", 2), new GuardCount("velocity", 1)),
                Optional.of(12),
                Optional.of("confirmed"),
                level == Level.PASS,
                failing ? List.of("p95 latency max is 412.5, must be <= 340") : List.of(),
                reasons,
                notes,
                List.of("snapshot: WARN since iteration 10"),
                List.of(),
                failing ? Optional.of(TIME_MS + 4 * 3_600_000) : Optional.empty(),
                "mm:nightly|release|" + level);
    }
}
