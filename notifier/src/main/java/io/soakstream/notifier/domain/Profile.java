package io.soakstream.notifier.domain;

import java.util.Optional;
import java.util.stream.Stream;

/** What a route is told of. */
public enum Profile {
    /** Whatever changes. */
    TRANSITIONS("transitions"),
    /** FAIL and WARN in the published line, as the earlier system had it. */
    FAIL_WARN_ONLY("fail-warn-only");

    private final String word;

    Profile(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<Profile> byWord(String word) {
        return Stream.of(values()).filter(profile -> profile.word.equals(word)).findFirst();
    }
}
