package io.soakstream.gate.document;

/** A document that is to be read is no JSON, or not what it has to be. The message names it and the place. */
public final class MalformedDocumentException extends IllegalArgumentException {
    public MalformedDocumentException(String message) {
        super(message);
    }

    public MalformedDocumentException(String message, Throwable cause) {
        super(message, cause);
    }
}
