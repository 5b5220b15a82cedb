package io.soakstream.deploy.grafana;

/** Grafana does not do what was asked; the message is one line, without the token. */
public final class GrafanaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean unreachable;

    private GrafanaException(String message, boolean unreachable) {
        super(message);
        this.unreachable = unreachable;
    }

    static GrafanaException refused(String message) {
        return new GrafanaException(message, false);
    }

    static GrafanaException unreachable(String message) {
        return new GrafanaException(message, true);
    }

    /** It does not answer; else it answers with a refusal. */
    public boolean isUnreachable() {
        return unreachable;
    }
}
