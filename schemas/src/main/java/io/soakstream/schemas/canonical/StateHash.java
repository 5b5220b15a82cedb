package io.soakstream.schemas.canonical;

import java.util.Map;

/** The hash of a set of overrides: SHA-256 of the canonical JSON of the nested document. */
public final class StateHash {
    private StateHash() {}

    /** Lower-case hex (64 characters) of a nested document, section to name to number. */
    public static String of(Map<String, ? extends Map<String, ? extends Number>> document) {
        return Sha256.hex(CanonicalJson.write(document));
    }
}
