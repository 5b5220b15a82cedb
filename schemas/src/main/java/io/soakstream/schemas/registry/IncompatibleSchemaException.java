package io.soakstream.schemas.registry;

/** The subject's compatibility rule refuses the schema. */
public final class IncompatibleSchemaException extends RuntimeException {
    public IncompatibleSchemaException(String message) {
        super(message);
    }

    public IncompatibleSchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
