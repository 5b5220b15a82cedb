package io.soakstream.producer.sidecar;

/** An event was not acknowledged; the message names it. */
public final class UndeliverableException extends RuntimeException {
    private final boolean worthRepeating;

    /** @param worthRepeating the event may be accepted later; false: it never can be */
    UndeliverableException(String message, boolean worthRepeating, Throwable cause) {
        super(message, cause);
        this.worthRepeating = worthRepeating;
    }

    /** Whether to send it again may help. */
    public boolean isWorthRepeating() {
        return worthRepeating;
    }
}
