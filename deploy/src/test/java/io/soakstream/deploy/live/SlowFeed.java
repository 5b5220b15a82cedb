package io.soakstream.deploy.live;

import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.view.RecordedRun;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.serde.AvroSerdes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/** The same recorded soak under several names at once, event by event: runs go on while instances come and go. */
public final class SlowFeed {
    private SlowFeed() {}

    /** @param pause between two events of a run */
    public static CompletableFuture<Void> start(Line line, String soak, Collection<RunKey> keys, Duration pause) {
        return CompletableFuture.runAsync(() -> publish(line, soak, keys, pause));
    }

    private static void publish(Line line, String soak, Collection<RunKey> keys, Duration pause) {
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(EventPublisher.producerProperties(line.clientProperties()))) {
            EventPublisher publisher = new EventPublisher(
                    producer, new AvroSerdes(line.registry()), line.topics().events());
            List<List<SoakEvent>> events = new ArrayList<>();
            for (RunKey key : keys) {
                events.add(RecordedRun.events(soak, key));
            }
            for (int i = 0; i < events.get(0).size(); i++) {
                int next = i;
                events.forEach(run -> publisher.publish(List.of(run.get(next))));
                // As much time as a rebalance needs is to pass while runs go on.
                CompletableFuture.runAsync(
                                () -> {}, CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS))
                        .join();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
