package io.soakstream.tuner.domain.guard;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * State of one guard after an iteration.
 *
 * @param raw the signal of this iteration
 * @param debounced the signal after debouncing; of a guard without debouncing the same
 * @param sinceMs event time since which the debounced signal has its value (ms); empty: not kept
 * @param concerned parameters or subsystems
 * @param numbers codes with numbers that say why, or for how long
 */
public record GuardSignal(
        String guard,
        boolean raw,
        boolean debounced,
        Optional<Long> sinceMs,
        SortedSet<String> concerned,
        List<String> numbers) {
    public GuardSignal {
        numbers = List.copyOf(numbers);
    }

    public static final String OSCILLATION = "oscillation";
    public static final String LATENCY_HARD = "latency_hard";
    public static final String PARTIAL_FREEZE = "partial_freeze";
    public static final String STEADY_FREEZE = "steady_freeze";
    public static final String TOTAL_FREEZE = "total_freeze";
    public static final String VELOCITY = "velocity";
    public static final String COOLDOWN = "cooldown";
}
