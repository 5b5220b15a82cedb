package io.soakstream.deploy.benchmark;

import io.soakstream.schemas.topic.Topic;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends records at a steady rate, whatever becomes of them. A latency counts from when a record was due, not from when
 * it was sent: a generator that is held up must not make the system look quicker.
 */
final class OpenLoop<T extends SpecificRecord> {
    private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final BenchmarkBroker broker;
    private final Topic<T> topic;
    private final Load<T> load;
    private final long intervalNanos;
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private volatile long startNanos;
    private volatile long startMs;

    OpenLoop(BenchmarkBroker broker, Topic<T> topic, Load<T> load, int ratePerSecond) {
        this.broker = broker;
        this.topic = topic;
        this.load = load;
        this.intervalNanos = TimeUnit.SECONDS.toNanos(1) / ratePerSecond;
    }

    void start() {
        startMs = System.currentTimeMillis() + TimeUnit.NANOSECONDS.toMillis(LEAD_NANOS);
        startNanos = System.nanoTime() + LEAD_NANOS;
        new Thread(this::run, "open-loop").start();
    }

    /** When record n is due, on the clock of {@link System#nanoTime}. */
    long dueNanos(long n) {
        return startNanos + n * intervalNanos;
    }

    /** The same on the clock of {@link System#currentTimeMillis}, to the millisecond (ms since 1970-01-01 UTC). */
    long dueMs(long n) {
        return startMs + TimeUnit.NANOSECONDS.toMillis(n * intervalNanos);
    }

    /** Waits for the end; throws what went wrong. */
    void await() {
        finished.join();
    }

    private void run() {
        try (Producer<String, T> producer = new KafkaProducer<>(
                broker.clientProperties(),
                new StringSerializer(),
                broker.serdes().of(topic.valueType()).serializer())) {
            for (long n = 0; n < load.records(); n++) {
                parkUntil(dueNanos(n));
                producer.send(new ProducerRecord<>(topic.name(), load.key(n), load.value(n)), this::sent);
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
