package io.soakstream.schemas.profile;

/** A profile, preset, warm-up plan or smoke file that cannot be used; the message names the file and the key. */
public final class InvalidProfileException extends IllegalArgumentException {
    public InvalidProfileException(String message) {
        super(message);
    }

    public InvalidProfileException(String message, Throwable cause) {
        super(message, cause);
    }
}
