package io.soakstream.notifier.app;

import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.notifier.delivery.Delivery;
import io.soakstream.notifier.delivery.Outgoing;
import io.soakstream.notifier.delivery.Receiver;
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
    private final List<Receiver> receivers;
    private final InstantSource clock;

    /** @param lines takes what a receiver of type {@code log} says */
    public TestMessage(NotifierConfig config, Consumer<String> lines, InstantSource clock) {
        this.receivers = new Receivers(config, lines, clock).all();
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param problem empty: it was delivered
     */
    public record Result(String receiver, Optional<String> problem) {}

    /** Sends it once to each receiver, or to the one that is named. */
    public List<Result> send(Optional<String> only) {
        Notice notice = notice();
        return receivers.stream()
                .filter(receiver -> only.map(receiver.name()::equals).orElse(true))
                .map(receiver -> {
                    Delivery delivery = receiver.send(new Outgoing(notice, Optional.empty(), false, false));
                    boolean sent = delivery.kind() == Delivery.Kind.SENT;
                    return new Result(
                            receiver.name(),
                            sent ? Optional.empty() : Optional.of(delivery.kind() + ": " + delivery.reason()));
                })
                .toList();
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
