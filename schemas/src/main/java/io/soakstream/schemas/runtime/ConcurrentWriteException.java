package io.soakstream.schemas.runtime;

import java.io.IOException;

/** A file that was just written holds something else; the message names it. */
public final class ConcurrentWriteException extends IOException {
    public ConcurrentWriteException(String message) {
        super(message);
    }
}
