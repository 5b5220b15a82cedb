package io.soakstream.schemas.registry;

/** The registry answers that there is no schema with this id: the bytes can never be decoded. */
public final class UnknownSchemaException extends RuntimeException {
    public UnknownSchemaException(String message) {
        super(message);
    }

    public UnknownSchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
