package io.soakstream.producer.recording;

/** The records of a run have no single order or no single owner, so there is no recording of it. */
public final class SplitRunException extends RuntimeException {
    public SplitRunException(String message) {
        super(message);
    }
}
