package io.soakstream.producer.sidecar;

import java.io.IOException;

/** A file that was just written holds something else; the message names it. */
final class ConcurrentWriteException extends IOException {
    ConcurrentWriteException(String message) {
        super(message);
    }
}
