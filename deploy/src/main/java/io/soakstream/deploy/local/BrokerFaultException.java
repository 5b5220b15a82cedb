package io.soakstream.deploy.local;

/** The embedded broker met a fault after which Kafka would have ended the process. */
public final class BrokerFaultException extends RuntimeException {
    private final int status;

    BrokerFaultException(int status, String message) {
        super("the embedded broker failed and asked to end the process with status " + status
                + (message == null ? "; its own log lines before this one name the cause" : ": " + message));
        this.status = status;
    }

    /** The exit status the broker asked for. */
    public int status() {
        return status;
    }
}
