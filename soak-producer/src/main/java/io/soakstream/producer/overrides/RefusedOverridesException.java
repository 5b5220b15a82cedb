package io.soakstream.producer.overrides;

/** A version of the overrides that is not what it says, or cannot be read. A bot goes on with what it has. */
public final class RefusedOverridesException extends RuntimeException {
    public RefusedOverridesException(String message) {
        super(message);
    }

    public RefusedOverridesException(String message, Throwable cause) {
        super(message, cause);
    }
}
