package io.soakstream.deploy.benchmark;

import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.topic.Topic;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends events at a steady rate, whatever becomes of them. A latency counts from when an event was due, not from when
 * it was sent: a generator that is held up must not make the system look quicker.
 */
final class OpenLoop {
    private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final BenchmarkBroker broker;
    private final Topic<SoakEvent> topic;
    private final EventLoad load;
    private final long intervalNanos;
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private volatile long startNanos;

    OpenLoop(BenchmarkBroker broker, Topic<SoakEvent> topic, EventLoad load, int ratePerSecond) {
        this.broker = broker;
        this.topic = topic;
        this.load = load;
        this.intervalNanos = TimeUnit.SECONDS.toNanos(1) / ratePerSecond;
    }

    void start() {
        startNanos = System.nanoTime() + LEAD_NANOS;
        new Thread(this::run, "open-loop").start();
    }

    /** When record n is due, on the clock of {@link System#nanoTime}. */
    long dueNanos(long n) {
        return startNanos + n * intervalNanos;
    }

    /** Waits for the end; throws what went wrong. */
    void await() {
        finished.join();
    }

    private void run() {
        try (Producer<String, SoakEvent> producer = new KafkaProducer<>(
                broker.clientProperties(),
                new StringSerializer(),
                broker.serdes().of(SoakEvent.class).serializer())) {
            for (long n = 0; n < load.records(); n++) {
                parkUntil(dueNanos(n));
                producer.send(new ProducerRecord<>(topic.name(), load.key(n), load.event(n)), this::sent);
            }
            producer.flush();
            finished.complete(null);
        } catch (RuntimeException failed) {
            finished.completeExceptionally(failed);
        }
    }

    private void sent(RecordMetadata where, Exception failed) {
        if (failed != null) {
            finished.completeExceptionally(failed);
        }
    }

    private static void parkUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
