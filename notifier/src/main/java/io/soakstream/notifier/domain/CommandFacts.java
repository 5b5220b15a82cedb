package io.soakstream.notifier.domain;

import java.util.Optional;

/**
 * A command that was obeyed.
 *
 * @param word what it asked for, in words, such as {@code freeze rebid}
 * @param expiresAtMs when a silence ends (ms since 1970-01-01 UTC); empty: with the run
 */
public record CommandFacts(String id, Kind kind, String word, String actor, String reason, Optional<Long> expiresAtMs) {

    /** As far as it makes a difference here. */
    public enum Kind {
        SILENCE,
        ACKNOWLEDGE,
        ROLLBACK,
        OTHER
    }
}
