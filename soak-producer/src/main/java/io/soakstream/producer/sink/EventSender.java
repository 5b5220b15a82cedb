package io.soakstream.producer.sink;

import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Sends events of any number of runs without keeping their senders waiting: one thread talks to the producer, which may
 * wait for a broker, and another tells the outcome, so that a slow listener holds up nothing but other listeners.
 */
public final class EventSender {
    private static final Duration LAST_TASKS = Duration.ofSeconds(2);

    private final Producer<byte[], byte[]> producer;
    private final EventRecords records;
    private final SendWindow window;
    private final Set<PendingEvent> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService sending = daemon("soak-send");
    private final ExecutorService telling = daemon("soak-deliveries");
    private volatile boolean closed;

    /**
     * @param producer a producer with {@link EventPublisher#producerProperties}; closed with this
     * @param serdes serdes of the registry that the topic's readers use
     * @param topic the events topic
     */
    public EventSender(
            Producer<byte[], byte[]> producer, AvroSerdes serdes, Topic<SoakEvent> topic, SendLimits limits) {
        this.producer = producer;
        this.records = new EventRecords(serdes, topic);
        this.window = new SendWindow(limits);
    }

    /**
     * Asks the registry for the schema now, so that no sender waits for it later.
     *
     * @throws io.soakstream.schemas.registry.RegistryUnavailableException the registry did not answer
     */
    public void prepare() {
        records.register();
    }

    /** A way for the events of one run. */
    public EventLane lane() {
        return new EventLane(this);
    }

    /**
     * Waits for what is on its way, then closes the producer. Closing again does nothing.
     *
     * @return labels of what was not delivered, in no order; empty: everything was
     */
    public List<String> close(Duration patience) {
        if (!closed) {
            closed = true;
            long deadline = System.nanoTime() + patience.toNanos();
            awaitAcknowledgements(patience);
            producer.close(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            end(sending);
            end(telling);
        }
        return open.stream().map(PendingEvent::label).toList();
    }

    private void awaitAcknowledgements(Duration patience) {
        try {
            window.awaitEmpty(patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is queued is still done: with the producer closed it takes no time. */
    private static void end(ExecutorService thread) {
        thread.shutdown();
        try {
            thread.awaitTermination(LAST_TASKS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    PendingEvent prepare(SoakEvent event) {
        if (closed) {
            throw new IllegalStateException(EventLabel.of(event) + " cannot be sent: the sender is closed");
        }
        ProducerRecord<byte[], byte[]> message = records.of(event);
        if (message.value().length > records.maxRecordBytes()) {
            throw new IllegalArgumentException(EventLabel.of(event) + " has " + message.value().length
                    + " bytes, more than the " + records.maxRecordBytes() + " that " + message.topic() + " takes");
        }
        return new PendingEvent(event, message);
    }

    SendWindow window() {
        return window;
    }

    void remember(PendingEvent pending) {
        open.add(pending);
    }

    void forget(PendingEvent pending) {
        open.remove(pending);
    }

    /** Sends the event, which is the first of its lane. */
    void dispatch(EventLane lane, PendingEvent pending) {
        on(sending, () -> {
            try {
                producer.send(pending.message(), (written, failure) -> answered(lane, pending, written, failure));
            } catch (RuntimeException failure) {
                answered(lane, pending, null, failure);
            }
        });
    }

    private void answered(EventLane lane, PendingEvent pending, RecordMetadata written, Exception failure) {
        if (failure == null) {
            forget(pending);
            window.release(pending.bytes());
            lane.delivered();
            Delivery delivery = new Delivery(written.topic(), written.partition(), written.offset());
            on(telling, () -> pending.acknowledgement().complete(delivery));
            return;
        }
        List<PendingEvent> lost = lane.failed();
        lost.forEach(one -> window.release(one.bytes()));
        on(
                telling,
                () -> lost.forEach(one -> one.acknowledgement().completeExceptionally(cause(one, pending, failure))));
    }

    /** In place once the thread has ended: the producer may answer after that, and somebody waits for it. */
    private static void on(ExecutorService thread, Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException ended) {
            task.run();
        }
    }

    private static DeliveryFailedException cause(PendingEvent lost, PendingEvent first, Exception failure) {
        return lost == first
                ? new DeliveryFailedException(lost.label() + " was not delivered: " + failure.getMessage(), failure)
                : new DeliveryFailedException(
                        lost.label() + " was held back: " + first.label() + " was not delivered", failure);
    }

    private static ExecutorService daemon(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
