package io.soakstream.producer.sink;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** An event was not acknowledged: it may or may not be on the topic. The message names it and its run. */
public final class DeliveryFailedException extends RuntimeException {
    public DeliveryFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether this event can never be accepted. Everything else may pass: a missing right is granted, a broker is back. */
    public boolean isFinal() {
        Throwable cause = getCause();
        return cause instanceof RecordTooLargeException
                || cause instanceof SerializationException
                || cause instanceof InvalidRecordException
                || cause instanceof IllegalArgumentException;
    }
}
