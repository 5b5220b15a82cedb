package io.soakstream.producer.source;

/** Bytes that are not JSON of the expected kind within the limits; the message says where. */
public final class MalformedJsonException extends RuntimeException {
    MalformedJsonException(String message) {
        super(message);
    }
}
