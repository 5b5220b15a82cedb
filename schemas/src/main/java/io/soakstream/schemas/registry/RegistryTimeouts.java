package io.soakstream.schemas.registry;

import java.time.Duration;

/**
 * How long things may take. One call takes at most patience plus one request timeout, which must stay below the
 * consumer's {@code max.poll.interval.ms}, or an outage of the registry becomes a rebalance.
 *
 * @param connect until a connection is there
 * @param request until one answer is there to its last byte
 * @param patience how long an outage is waited for before the call fails
 * @param firstBackoff pause after the first failed attempt; doubles from there
 * @param largestBackoff longest pause between two attempts
 */
public record RegistryTimeouts(
        Duration connect, Duration request, Duration patience, Duration firstBackoff, Duration largestBackoff) {

    public RegistryTimeouts {
        requirePositive(connect, "registry.connect-timeout");
        requirePositive(request, "registry.request-timeout");
        requirePositive(patience, "registry.patience");
        requirePositive(firstBackoff, "registry.first-backoff");
        requirePositive(largestBackoff, "registry.largest-backoff");
        requireLess(firstBackoff, largestBackoff, "registry.first-backoff", "registry.largest-backoff");
        requireLess(firstBackoff, patience, "registry.first-backoff", "registry.patience");
    }

    public static RegistryTimeouts defaults() {
        return new RegistryTimeouts(
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                Duration.ofMinutes(2),
                Duration.ofMillis(200),
                Duration.ofSeconds(5));
    }

    /** The same, waiting for an outage no longer than this. */
    public RegistryTimeouts withPatience(Duration other) {
        return new RegistryTimeouts(connect, request, other, firstBackoff, largestBackoff);
    }

    private static void requirePositive(Duration value, String key) {
        if (value == null || value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(key + " must be longer than zero, not " + value);
        }
    }

    private static void requireLess(Duration less, Duration more, String lessKey, String moreKey) {
        if (less.compareTo(more) >= 0) {
            throw new IllegalArgumentException(
                    lessKey + " (" + less + ") must be shorter than " + moreKey + " (" + more + ")");
        }
    }
}
