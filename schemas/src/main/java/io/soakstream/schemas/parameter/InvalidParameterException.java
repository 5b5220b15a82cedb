package io.soakstream.schemas.parameter;

/** A name that the catalogue does not know, or a value outside its bounds; the message names both. */
public final class InvalidParameterException extends IllegalArgumentException {
    public InvalidParameterException(String message) {
        super(message);
    }

    public InvalidParameterException(String message, Throwable cause) {
        super(message, cause);
    }
}
