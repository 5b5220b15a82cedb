package io.soakstream.notifier.delivery;

import java.time.Duration;

/**
 * When what waits is told as one.
 *
 * @param staleAfter age from which a state is history
 * @param coalesceAbove messages that wait for a receiver (count)
 * @param collapseAbove messages that wait for a receiver from which older states give way at once, to save memory (count)
 * @param updateInterval least time between two updates of a run's living message
 * @param giveUpAfter age at which a message that no attempt has brought home becomes a dead letter
 */
public record QueueLimits(
        Duration staleAfter, int coalesceAbove, int collapseAbove, Duration updateInterval, Duration giveUpAfter) {
    private static final int MANY = 5_000;

    public static QueueLimits defaults() {
        return new QueueLimits(Duration.ofMinutes(10), 20, MANY, Duration.ofSeconds(30), Duration.ofHours(24));
    }
}
