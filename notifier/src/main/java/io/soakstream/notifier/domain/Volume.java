package io.soakstream.notifier.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How loudly a receiver is told; from loud to not at all. */
public enum Volume {
    ON,
    SILENT,
    OFF;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Volume> byWord(String word) {
        return Stream.of(values()).filter(volume -> volume.word().equals(word)).findFirst();
    }

    Volume louder(Volume other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
