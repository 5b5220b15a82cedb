package io.soakstream.notifier.http;

import java.net.UnknownHostException;

/** A target that must not be connected to; nothing was sent. */
public final class RefusedTargetException extends UnknownHostException {
    RefusedTargetException(String message) {
        super(message);
    }
}
