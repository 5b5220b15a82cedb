package io.soakstream.notifier.domain;

import java.util.Locale;

/** How much a notice matters; the most important first. */
public enum Severity {
    CRITICAL,
    WARNING,
    INFO;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isAtLeast(Severity least) {
        return compareTo(least) <= 0;
    }

    static Severity of(Level level) {
        return switch (level) {
            case FAIL -> CRITICAL;
            case WARN -> WARNING;
            case PASS, INCONCLUSIVE -> INFO;
        };
    }
}
