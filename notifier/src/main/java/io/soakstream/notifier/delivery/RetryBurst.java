package io.soakstream.notifier.delivery;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedSupplier;
import java.time.Duration;
import java.util.Optional;

/**
 * Attempts in a row, further and further apart, with jitter; a platform's own wish goes before. After them the message
 * makes room for others.
 */
final class RetryBurst {
    private static final int ATTEMPTS = 4;
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LAST = Duration.ofSeconds(4);
    private static final double JITTER = 0.5;
    /** Where the platform only says that it is too much. */
    private static final Duration UNSAID = Duration.ofSeconds(5);

    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(5);
    /** More would hold up everything else: a longer wish is met by the round (see {@link #pause}). */
    private static final Duration LONGEST_WISH = Duration.ofMinutes(1);

    /** A platform's wish is kept to the letter: no jitter makes it shorter. */
    private final RetryPolicy<Delivery> throttled = RetryPolicy.<Delivery>builder()
            .handleResultIf(delivery -> delivery != null && delivery.kind() == Delivery.Kind.THROTTLED)
            .abortIf((delivery, failure) -> failure != null || wish(delivery).compareTo(LONGEST_WISH) > 0)
            .withMaxRetries(ATTEMPTS - 1)
            .withDelayFn(context -> wish(context.getLastResult()))
            .build();

    private final RetryPolicy<Delivery> failed = RetryPolicy.<Delivery>builder()
            .handleResultIf(delivery ->
                    delivery != null && delivery.isRetryable() && delivery.kind() != Delivery.Kind.THROTTLED)
            .abortIf((delivery, failure) -> failure != null)
            .withMaxRetries(ATTEMPTS - 1)
            .withBackoff(FIRST, LAST)
            .withJitter(JITTER)
            .build();

    /** What the last attempt came to. */
    Delivery run(CheckedSupplier<Delivery> attempt) throws InterruptedException {
        try {
            return Failsafe.with(throttled, failed).get(attempt);
        } catch (FailsafeException wrapped) {
            if (wrapped.getCause() instanceof InterruptedException) {
                throw new InterruptedException("stopped while a message waited for its next attempt");
            }
            throw wrapped;
        }
    }

    /** How long the platform wants to be left alone; an attempt that ended with an exception has no answer. */
    static Duration wish(Delivery delivery) {
        return Optional.ofNullable(delivery).flatMap(Delivery::after).orElse(UNSAID);
    }

    /** How long a message waits after a burst that failed. */
    static Duration pause(Delivery last, int rounds) {
        Duration doubled = ROUND.multipliedBy(1L << Math.min(rounds, 10));
        Duration ours = doubled.compareTo(LONGEST_ROUND) > 0 ? LONGEST_ROUND : doubled;
        return last.after().filter(wish -> wish.compareTo(ours) > 0).orElse(ours);
    }
}
