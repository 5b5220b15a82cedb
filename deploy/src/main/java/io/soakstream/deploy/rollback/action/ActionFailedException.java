package io.soakstream.deploy.rollback.action;

/** An action was not done; the message says why in one line. */
public final class ActionFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    public ActionFailedException(String message) {
        super(message);
    }
}
