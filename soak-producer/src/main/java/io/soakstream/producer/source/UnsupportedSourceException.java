package io.soakstream.producer.source;

/** The path exists but is no kind of soak that can be read. */
public final class UnsupportedSourceException extends RuntimeException {
    public UnsupportedSourceException(String message) {
        super(message);
    }
}
