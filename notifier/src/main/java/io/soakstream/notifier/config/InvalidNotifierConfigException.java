package io.soakstream.notifier.config;

/** A configuration that is wrong; the message begins with the path of the key and never holds a secret. */
public final class InvalidNotifierConfigException extends IllegalArgumentException {
    public InvalidNotifierConfigException(String path, String problem) {
        super(path + ": " + problem);
    }
}
