package io.soakstream.producer.domain;

/** There is a source, but not one iteration in it. */
public final class NoIterationsException extends RuntimeException {
    public NoIterationsException(String message) {
        super(message);
    }
}
