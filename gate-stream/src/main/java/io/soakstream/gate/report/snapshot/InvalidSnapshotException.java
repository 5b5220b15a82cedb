package io.soakstream.gate.report.snapshot;

/** A file is no snapshot that can be read; the message names file and field. */
public final class InvalidSnapshotException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidSnapshotException(String message) {
        super(message);
    }

    InvalidSnapshotException(String message, Throwable cause) {
        super(message, cause);
    }
}
