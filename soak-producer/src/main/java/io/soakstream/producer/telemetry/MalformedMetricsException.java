package io.soakstream.producer.telemetry;

/** An endpoint answers with something that is not the text format of Prometheus. The message names the line. */
public final class MalformedMetricsException extends RuntimeException {
    MalformedMetricsException(String message) {
        super(message);
    }

    MalformedMetricsException(int line, String message) {
        super("line " + line + ": " + message);
    }
}
