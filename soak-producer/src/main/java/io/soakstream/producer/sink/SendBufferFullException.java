package io.soakstream.producer.sink;

/** Too much waits for its acknowledgement already, and none came while this event waited. It may be sent again. */
public final class SendBufferFullException extends RuntimeException {
    public SendBufferFullException(String message) {
        super(message);
    }
}
