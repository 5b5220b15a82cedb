package io.soakstream.deploy.api;

import java.security.PrivateKey;

/**
 * What this process signs commands with.
 *
 * @param id name that the tuner knows the key by
 */
public record ControlKey(String id, PrivateKey key) {
    /** The key is secret. */
    @Override
    public String toString() {
        return "ControlKey[" + id + "]";
    }
}
