package io.soakstream.notifier.domain;

/** What a policy says of a run; from best to worst. */
public enum Level {
    PASS,
    INCONCLUSIVE,
    WARN,
    FAIL;

    /** Whether somebody should look at it. */
    public boolean isBad() {
        return this == WARN || this == FAIL;
    }

    public boolean isBetterThan(Level other) {
        return compareTo(other) < 0;
    }
}
