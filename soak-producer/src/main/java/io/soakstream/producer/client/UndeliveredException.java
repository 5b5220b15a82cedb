package io.soakstream.producer.client;

import java.util.List;

/** Events that were sent have no acknowledgement: they may or may not be on the topic. */
public final class UndeliveredException extends RuntimeException {
    private final transient List<String> events;

    UndeliveredException(List<String> events) {
        super("not delivered: " + String.join(", ", events));
        this.events = List.copyOf(events);
    }

    /** What was not delivered: one label for each event, such as {@code iteration 7 of mm:nightly}. */
    public List<String> events() {
        return events;
    }
}
