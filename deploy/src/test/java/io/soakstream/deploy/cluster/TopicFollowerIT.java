package io.soakstream.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.view.RecordedRun;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.runtime.TopicFollower;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;

/** A topic that others write to while it is read. */
class TopicFollowerIT {
    private static final Duration WAIT = Duration.ofMillis(200);

    @Test
    void shouldNotRunAfterAnEndThatMovesAway() throws IOException {
        // Given
        List<SoakEvent> events = RecordedRun.events("mock8", new RunKey("bot", "followed"));
        List<SoakEvent> read = new ArrayList<>();
        try (Line line = Line.on(new Topics("followed."));
                TopicFollower<SoakEvent> follower =
                        TopicFollower.fromBeginning(line, line.topics().events())) {
            // When
            publish(line, events);

            // Then
            assertThat(follower.isPastMark()).isTrue();
            follower.mark();
            assertThat(follower.isPastMark()).isFalse();
            await().pollInSameThread().until(() -> {
                read.addAll(follower.poll(WAIT));
                return follower.isPastMark();
            });
            assertThat(read).isEqualTo(events);
        }
    }

    private static void publish(Line line, List<SoakEvent> events) {
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(EventPublisher.producerProperties(line.clientProperties()))) {
            new EventPublisher(
                            producer,
                            new AvroSerdes(line.registry()),
                            line.topics().events())
                    .publish(events);
        }
    }
}
