package io.soakstream.tuner.query;

import io.soakstream.tuner.domain.guard.Debounce;
import io.soakstream.tuner.domain.guard.GuardMemory;
import java.util.List;

/**
 * A guard with a debounce.
 *
 * @param raw its latest sample
 * @param debounced whether it holds
 * @param sinceMs event time since which it holds, or does not (ms since 1970-01-01 UTC)
 * @param samples samples in a row with the raw value, up to what the limits ask for (count)
 * @param rawSinceMs event time of the first of them (ms since 1970-01-01 UTC)
 */
public record GuardView(String guard, boolean raw, boolean debounced, long sinceMs, int samples, long rawSinceMs) {

    static List<GuardView> of(GuardMemory memory) {
        return List.of(of("oscillation", memory.oscillation()), of("latency_hard", memory.latencyHard()));
    }

    private static GuardView of(String guard, Debounce debounce) {
        return new GuardView(
                guard,
                debounce.raw(),
                debounce.active(),
                debounce.sinceMs(),
                debounce.samples(),
                debounce.rawSinceMs());
    }
}
