package io.soakstream.notifier.app;

import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.notifier.delivery.Delivery;
import io.soakstream.notifier.delivery.Outgoing;
import io.soakstream.notifier.delivery.Receiver;
import io.soakstream.notifier.domain.Notice;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One message, sent once and at once: without routes, silences, ledger and further attempts. */
final class DirectMessage {
    private final List<Receiver> receivers;

    /** @param lines takes what a receiver of type {@code log} says */
    DirectMessage(NotifierConfig config, Consumer<String> lines, InstantSource clock) {
        this.receivers = new Receivers(config, lines, clock).all();
    }

    /** @param to picks receivers by their names */
    List<DirectResult> send(Notice notice, Predicate<String> to) {
        return receivers.stream()
                .filter(receiver -> to.test(receiver.name()))
                .map(receiver -> send(notice, receiver))
                .toList();
    }

    private static DirectResult send(Notice notice, Receiver receiver) {
        Delivery delivery = receiver.send(new Outgoing(notice, Optional.empty(), false, false));
        boolean sent = delivery.kind() == Delivery.Kind.SENT;
        return new DirectResult(
                receiver.name(), sent ? Optional.empty() : Optional.of(delivery.kind() + ": " + delivery.reason()));
    }
}
