package io.soakstream.producer.overrides;

/** No further overrides will come, or none in time: the cause or the message says which. */
public final class OverridesUnavailableException extends RuntimeException {
    public OverridesUnavailableException(String message) {
        super(message);
    }

    public OverridesUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
