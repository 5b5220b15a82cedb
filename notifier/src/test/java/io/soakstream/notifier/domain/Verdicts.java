package io.soakstream.notifier.domain;

import java.util.List;
import java.util.Optional;

/** Verdicts of a run, five minutes apart. */
public final class Verdicts {
    public static final long PERIOD_MS = 300_000;
    private static final long START_MS = 1_760_000_000_000L;

    private Verdicts() {}

    public static VerdictFacts of(int iteration, Level level) {
        return of("release", iteration, level);
    }

    public static VerdictFacts of(String policy, int iteration, Level level) {
        return make(policy, iteration, level, false, false, false, true);
    }

    public static VerdictFacts ready(int iteration) {
        return make("release", iteration, Level.PASS, true, false, false, true);
    }

    public static VerdictFacts stalled(int iteration) {
        return make("release", iteration, Level.INCONCLUSIVE, false, true, false, true);
    }

    public static VerdictFacts last(String policy, int iteration, Level level) {
        return make(policy, iteration, level, false, false, true, true);
    }

    public static VerdictFacts ofReplay(int iteration, Level level) {
        return make("release", iteration, level, false, false, false, false);
    }

    public static long timeMs(int iteration) {
        return START_MS + iteration * PERIOD_MS;
    }

    private static VerdictFacts make(
            String policy, int iteration, Level level, boolean ready, boolean stalled, boolean last, boolean tellable) {
        boolean failing = level == Level.FAIL;
        Figure latency = new Figure(
                "p95_latency_ms",
                "max",
                "<=",
                340,
                Optional.of(failing ? 412.5 + iteration : 305),
                Optional.of(failing ? -72.5 - iteration : 35),
                Optional.of("up"),
                failing);
        return new VerdictFacts(
                policy + iteration,
                "mm",
                "nightly",
                tellable,
                policy,
                iteration,
                timeMs(iteration),
                level,
                ready,
                ready ? List.of() : List.of("p95 latency is missed"),
                List.of("because"),
                stalled,
                List.of(latency),
                List.of(new GuardCount("velocity", 2)),
                new LineFigures(Optional.of(0.41), Optional.of(0.89), Optional.of(3.13), Optional.of(305.0), 2),
                Optional.of(iteration),
                "confirmed",
                iteration,
                last);
    }
}
