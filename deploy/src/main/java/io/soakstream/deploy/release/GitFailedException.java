package io.soakstream.deploy.release;

/** Git did not do what was asked; the message is one line. */
public final class GitFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GitFailedException(String message) {
        super("git: " + message);
    }
}
