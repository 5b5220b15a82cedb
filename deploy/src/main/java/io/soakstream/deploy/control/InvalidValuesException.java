package io.soakstream.deploy.control;

/** A file of values that no command can carry; the message names the file and everything that is wrong. */
public final class InvalidValuesException extends IllegalArgumentException {
    InvalidValuesException(String message) {
        super(message);
    }

    InvalidValuesException(String message, Throwable cause) {
        super(message, cause);
    }
}
