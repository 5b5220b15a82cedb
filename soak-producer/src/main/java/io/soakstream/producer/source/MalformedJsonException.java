package io.soakstream.producer.source;

/** Bytes that are not one JSON object within the limits. */
final class MalformedJsonException extends RuntimeException {
    MalformedJsonException(String message) {
        super(message);
    }
}
