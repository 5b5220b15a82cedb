package io.soakstream.schemas.projection;

import java.util.Optional;

/**
 * What a bot says it ran with.
 *
 * @param stateHash hash in force for the whole iteration; empty: it does not say
 * @param mixed the overrides changed in the middle: it is echoing, but this says nothing about either set
 */
public record Echo(Optional<String> stateHash, boolean mixed) {
    private static final Echo SILENT = new Echo(Optional.empty(), false);

    /** A bot that says nothing. */
    public static Echo silent() {
        return SILENT;
    }

    boolean says() {
        return mixed || stateHash.isPresent();
    }

    boolean confirms(String expectedHash) {
        return !mixed && stateHash.filter(expectedHash::equals).isPresent();
    }

    boolean contradicts(String expectedHash) {
        return !mixed && stateHash.filter(hash -> !hash.equals(expectedHash)).isPresent();
    }
}
