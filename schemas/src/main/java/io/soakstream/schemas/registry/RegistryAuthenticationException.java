package io.soakstream.schemas.registry;

/** The registry refuses our credentials (401 or 403). Waiting does not help, and nothing is wrong with the data. */
public final class RegistryAuthenticationException extends RuntimeException {
    public RegistryAuthenticationException(String message) {
        super(message);
    }
}
