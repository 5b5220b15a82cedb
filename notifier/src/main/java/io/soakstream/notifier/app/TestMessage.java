package io.soakstream.notifier.app;

import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.notifier.domain.Event;
import io.soakstream.notifier.domain.Notice;
import io.soakstream.notifier.domain.Severity;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** A message that says that it is a test, to see whether receivers can be reached. */
public final class TestMessage {
    private final DirectMessage message;
    private final InstantSource clock;

    /** @param lines takes what a receiver of type {@code log} says */
    public TestMessage(NotifierConfig config, Consumer<String> lines, InstantSource clock) {
        this.message = new DirectMessage(config, lines, clock);
        this.clock = clock;
    }

    /** Sends it once to each receiver, or to the one that is named. */
    public List<DirectResult> send(Optional<String> only) {
        return message.send(notice(), name -> only.map(name::equals).orElse(true));
    }

    private Notice notice() {
        String id = UUID.randomUUID().toString();
        return new Notice(
                id,
                id,
                List.of(Event.TEST),
                Severity.INFO,
                "soakstream",
                "test",
                Optional.empty(),
                Optional.empty(),
                clock.millis(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                List.of("somebody tries whether this receiver can be reached"),
                List.of(),
                List.of(),
                Optional.empty(),
                id);
    }
}
