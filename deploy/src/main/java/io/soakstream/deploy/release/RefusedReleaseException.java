package io.soakstream.deploy.release;

/** A release that is not made; the message says what is missing or in the way. */
public final class RefusedReleaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedReleaseException(String message) {
        super(message);
    }

    RefusedReleaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
