package io.soakstream.producer.sink;

import org.apache.kafka.common.errors.RetriableException;

/** An event was not acknowledged: it may or may not be on the topic. The message names it and its run. */
public final class DeliveryFailedException extends RuntimeException {
    public DeliveryFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether the broker could not be reached, as opposed to having refused the event. */
    public boolean isUnavailable() {
        return getCause() instanceof RetriableException;
    }
}
