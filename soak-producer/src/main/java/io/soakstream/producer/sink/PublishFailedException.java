package io.soakstream.producer.sink;

import org.apache.kafka.common.errors.RetriableException;

/** An event was not acknowledged; the message names it. */
public final class PublishFailedException extends RuntimeException {
    private final int published;

    /**
     * @param message which event, and why
     * @param published how many events before it were acknowledged (count)
     * @param cause what the broker or the client said
     */
    public PublishFailedException(String message, int published, Throwable cause) {
        super(message, cause);
        this.published = published;
    }

    /** How many events before it were acknowledged (count). */
    public int published() {
        return published;
    }

    /** Whether the broker could not be reached, as opposed to having refused the event. */
    public boolean isUnavailable() {
        return getCause() instanceof RetriableException;
    }
}
