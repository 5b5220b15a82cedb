package io.soakstream.schemas.registry;

/** The registry could not be reached, or failed, for longer than the configured patience. Nothing is wrong with the data. */
public final class RegistryUnavailableException extends RuntimeException {
    public RegistryUnavailableException(String message) {
        super(message);
    }

    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
