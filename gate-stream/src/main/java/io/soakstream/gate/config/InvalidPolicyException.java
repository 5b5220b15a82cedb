package io.soakstream.gate.config;

/** A policy that does not exist or is wrong; the message names the file, the line and the key. */
public final class InvalidPolicyException extends IllegalArgumentException {
    public InvalidPolicyException(String message) {
        super(message);
    }

    public InvalidPolicyException(String message, Throwable cause) {
        super(message, cause);
    }
}
