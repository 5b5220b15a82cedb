package io.soakstream.gate.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a missed criterion does to the verdict: HARD fails it, SOFT warns, REPORT only tells. */
public enum Severity {
    HARD,
    SOFT,
    REPORT;

    /** Name in policies and records. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Severity> byWord(String word) {
        return Arrays.stream(values())
                .filter(severity -> severity.word().equals(word))
                .findFirst();
    }
}
