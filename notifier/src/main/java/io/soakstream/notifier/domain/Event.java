package io.soakstream.notifier.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a notice tells; of several the first one here leads. */
public enum Event {
    ROLLBACK("rolled back"),
    VERDICT_CHANGED("verdict changed"),
    RECOVERED("recovered"),
    STALLED("stalled"),
    RESUMED("goes on"),
    STUCK("delta has no effect"),
    FLAPPING("flapping"),
    SETTLED("settled"),
    FREEZE_READY_LOST("no longer freeze-ready"),
    FREEZE_READY("freeze-ready"),
    RUN_ENDED("run ended"),
    RUN_STARTED("run started"),
    REMINDER("reminder"),
    COMMAND("command"),
    /** What the living message of a run shows; never a message of its own. */
    PROGRESS("progress"),
    /** One of the published lines. */
    LINE("verdict"),
    /** What {@code soak gate} came to; sent beside the rules of a run. */
    GATE("soak gate"),
    TEST("test");

    private final String title;

    Event(String title) {
        this.title = title;
    }

    /** As configuration, ledger and webhook have it: {@code verdict_changed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    public static Optional<Event> byWord(String word) {
        return Stream.of(values()).filter(event -> event.word().equals(word)).findFirst();
    }
}
