package io.soakstream.notifier.config;

import io.soakstream.notifier.delivery.RateLimit;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of receivers. */
public enum ReceiverType {
    SLACK("slack", RateLimit.SLACK),
    SLACK_WEBHOOK("slack-webhook", RateLimit.SLACK),
    TELEGRAM("telegram", RateLimit.TELEGRAM),
    WEBHOOK("webhook", RateLimit.WIDE),
    LOG("log", RateLimit.WIDE);

    private final String word;
    private final RateLimit rate;

    ReceiverType(String word, RateLimit rate) {
        this.word = word;
        this.rate = rate;
    }

    public String word() {
        return word;
    }

    /** What the platform bears. */
    RateLimit rate() {
        return rate;
    }

    static Optional<ReceiverType> byWord(String word) {
        return Stream.of(values()).filter(type -> type.word.equals(word)).findFirst();
    }
}
