package io.soakstream.deploy.local;

/** Local mode cannot start; the message says why and what to do about it. */
public final class LocalStartException extends RuntimeException {
    public LocalStartException(String message) {
        super(message);
    }

    public LocalStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
