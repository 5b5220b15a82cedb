package io.soakstream.producer.sink;

import java.time.Duration;

/**
 * How much may wait for its acknowledgement.
 *
 * @param maxEvents most events (count)
 * @param maxBytes most bytes; one event is let in however large it is, if nothing else waits
 * @param maxWait how long a sender waits for room before it is told that there is none
 */
public record SendLimits(int maxEvents, long maxBytes, Duration maxWait) {
    /** @throws IllegalArgumentException a limit is not positive; the message names it */
    public SendLimits {
        require(maxEvents >= 1, "maxEvents", maxEvents);
        require(maxBytes >= 1, "maxBytes", maxBytes);
        require(!maxWait.isNegative(), "maxWait", maxWait);
    }

    /** 1,000 events or 8 MiB, and 10 s for room among them. */
    public static SendLimits defaults() {
        return new SendLimits(1_000, 8L * 1024 * 1024, Duration.ofSeconds(10));
    }

    private static void require(boolean condition, String name, Object value) {
        if (!condition) {
            throw new IllegalArgumentException(name + ": " + value + " is too small");
        }
    }
}
