package io.soakstream.notifier.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of an attempt.
 *
 * @param reference the platform's reference to the message, of SENT only
 * @param after time that the platform asked for before the next attempt
 * @param reason in words, redacted; empty for SENT
 */
public record Delivery(Kind kind, Optional<String> reference, Optional<Duration> after, String reason) {

    /** All that retrying has to know. */
    public enum Kind {
        /** The platform has it. */
        SENT,
        /** It has not, and has asked to wait: its limits are no fault of the message. */
        THROTTLED,
        /** It has not: nothing went out. */
        FAILED,
        /** It may have it: the answer was lost or makes no sense. */
        UNSURE,
        /** It will never take it. */
        DROPPED
    }

    public static Delivery sent(String reference) {
        return new Delivery(Kind.SENT, Optional.of(reference), Optional.empty(), "");
    }

    public static Delivery sent() {
        return new Delivery(Kind.SENT, Optional.empty(), Optional.empty(), "");
    }

    public static Delivery throttled(Optional<Duration> after, String reason) {
        return new Delivery(Kind.THROTTLED, Optional.empty(), after, reason);
    }

    public static Delivery failed(String reason) {
        return new Delivery(Kind.FAILED, Optional.empty(), Optional.empty(), reason);
    }

    public static Delivery unsure(String reason) {
        return new Delivery(Kind.UNSURE, Optional.empty(), Optional.empty(), reason);
    }

    public static Delivery dropped(String reason) {
        return new Delivery(Kind.DROPPED, Optional.empty(), Optional.empty(), reason);
    }

    /** Whether another attempt may help. */
    public boolean isRetryable() {
        return switch (kind) {
            case THROTTLED, FAILED, UNSURE -> true;
            case SENT, DROPPED -> false;
        };
    }
}
