package io.soakstream.schemas.command;

/** A key that cannot be used; the message names the file or the key id, never what is in it. */
public final class UnusableKeyException extends IllegalArgumentException {
    public UnusableKeyException(String message) {
        super(message);
    }

    public UnusableKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
