package io.soakstream.producer.sink;

import io.soakstream.schemas.contract.SoakEvent;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An event on its way, and whoever waits for it. Equal only to itself: the same event may be on its way twice. */
final class PendingEvent {
    private final SoakEvent event;
    private final ProducerRecord<byte[], byte[]> message;
    private final CompletableFuture<Delivery> acknowledgement = new CompletableFuture<>();

    PendingEvent(SoakEvent event, ProducerRecord<byte[], byte[]> message) {
        this.event = event;
        this.message = message;
    }

    SoakEvent event() {
        return event;
    }

    ProducerRecord<byte[], byte[]> message() {
        return message;
    }

    CompletableFuture<Delivery> acknowledgement() {
        return acknowledgement;
    }

    int bytes() {
        return message.key().length + message.value().length;
    }

    /** The same once more, to be waited for anew. */
    PendingEvent again() {
        return new PendingEvent(event, message);
    }

    String label() {
        return EventLabel.of(event);
    }
}
