package io.soakstream.deploy.release;

/** A file of a bundle is not what was written; the message says how, without the file's name. */
final class DamagedBundleException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedBundleException(String message) {
        super(message);
    }
}
