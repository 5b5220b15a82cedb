package io.soakstream.producer.telemetry;

import java.io.IOException;

/** An endpoint is not there, or has nothing to show. The message names its address. */
public final class UnansweredException extends IOException {
    private static final long serialVersionUID = 1L;

    UnansweredException(String message, Throwable cause) {
        super(message, cause);
    }
}
