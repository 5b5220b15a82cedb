package io.soakstream.notifier.message;

import io.soakstream.notifier.domain.Event;
import io.soakstream.notifier.domain.Level;
import io.soakstream.notifier.domain.Notice;

/** The colour of a message. */
public enum Tone {
    GOOD("🟢"),
    WARNING("🟡"),
    BAD("🔴"),
    NEUTRAL("⚪");

    private final String emoji;

    Tone(String emoji) {
        this.emoji = emoji;
    }

    public String emoji() {
        return emoji;
    }

    static Tone of(Notice notice) {
        if (notice.events().contains(Event.STALLED)) {
            return WARNING;
        }
        return notice.level().map(Tone::of).orElseGet(() -> switch (notice.severity()) {
            case CRITICAL -> BAD;
            case WARNING -> WARNING;
            case INFO -> NEUTRAL;
        });
    }

    private static Tone of(Level level) {
        return switch (level) {
            case PASS -> GOOD;
            case WARN -> WARNING;
            case FAIL -> BAD;
            case INCONCLUSIVE -> NEUTRAL;
        };
    }
}
