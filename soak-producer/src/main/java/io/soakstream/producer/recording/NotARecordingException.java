package io.soakstream.producer.recording;

import java.io.IOException;

/** A file whose header is not that of a recording that this version can read: nothing of it can be used. */
public final class NotARecordingException extends IOException {
    public NotARecordingException(String message) {
        super(message);
    }

    public NotARecordingException(String message, Throwable cause) {
        super(message, cause);
    }
}
