package io.soakstream.deploy.proof;

import static org.awaitility.Awaitility.await;

import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/** Sends a script in order, a few events per tick, as far as it was released. One producer, through every fault. */
final class EventFeeder implements AutoCloseable {
    private static final long TICK_MS = 25;
    private static final Duration FINISH_WITHIN = Duration.ofMinutes(3);

    private final Producer<byte[], byte[]> producer;
    private final EventPublisher publisher;
    private final List<SoakEvent> events;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger released = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final Future<?> ticking;
    private volatile double perTick;
    /** Used by the ticker alone. */
    private double credit;

    EventFeeder(Site site, SchemaRegistry registry, List<SoakEvent> events) {
        this.events = events;
        this.producer = new KafkaProducer<>(EventPublisher.producerProperties(
                Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, site.bootstrapServers())));
        this.publisher = new EventPublisher(
                producer, new AvroSerdes(registry), site.topics().events());
        this.ticking = ticker.scheduleWithFixedDelay(this::tick, 0, TICK_MS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        credit += perTick;
        int from = sent.get();
        int to = Math.min(released.get(), from + (int) credit);
        if (to > from) {
            publisher.publish(events.subList(from, to));
            sent.set(to);
        }
        // What was not needed is not kept: the next release begins anew.
        credit = to == released.get() ? 0 : credit - (to - from);
    }

    /** Lets so many more events go, spread over the time; fewer where the script ends. */
    void release(int more, Duration over) {
        perTick = more * TICK_MS / (double) over.toMillis();
        released.updateAndGet(now -> Math.min(events.size(), now + more));
    }

    /** Lets some more go if all that was released is sent: for as long as somebody waits for a moment in the flow. */
    void keepFlowing(int more, Duration over) {
        if (isIdle() && left() > 0) {
            release(more, over);
        }
    }

    /** Whether all that was released is sent. */
    boolean isIdle() {
        requireTicking();
        return sent.get() == released.get();
    }

    /** Events of the whole script (count). */
    int size() {
        return events.size();
    }

    /** Events that are not yet released (count). */
    int left() {
        return events.size() - released.get();
    }

    /** Sends the rest as fast as it goes; returns when all is acknowledged. */
    void finish() {
        release(left(), Duration.ofMillis(1));
        await().atMost(FINISH_WITHIN).until(this::isIdle);
    }

    private void requireTicking() {
        if (!ticking.isDone()) {
            return;
        }
        try {
            ticking.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the producer failed after " + sent.get() + " events", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        producer.close(Duration.ofSeconds(5));
    }
}
