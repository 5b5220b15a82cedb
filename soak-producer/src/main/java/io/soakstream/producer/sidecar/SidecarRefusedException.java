package io.soakstream.producer.sidecar;

/** The sidecar cannot work with what it was given; the message names the file or the flag. */
public final class SidecarRefusedException extends RuntimeException {
    public SidecarRefusedException(String message) {
        super(message);
    }
}
