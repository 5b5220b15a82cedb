package io.soakstream.schemas.runtime;

/** A store cannot be asked now: its work moves, is restored, or its stream does not run. It may be asked again. */
public final class StoreUnavailableException extends RuntimeException {
    public StoreUnavailableException(String message) {
        super(message);
    }

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
