package io.soakstream.producer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.producer.sink.EventLane;
import io.soakstream.producer.sink.EventSender;
import io.soakstream.producer.sink.SendLimits;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.Events;
import io.soakstream.schemas.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventGatewayTest {
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final EventSender sender = new EventSender(
            producer,
            new AvroSerdes(new InMemorySchemaRegistry()),
            Topics.standard().events(),
            SendLimits.defaults());

    @AfterEach
    void close() {
        sender.close(Duration.ZERO);
    }

    @Test
    void shouldNotKeepALaneHalted() throws Exception {
        // Given
        EventLane lane = sender.lane();
        producer.sendException = new TimeoutException("no broker");
        EventGateway.offer(lane, List.of(Events.iteration(1)))
                .get(0)
                .handle((done, failed) -> failed)
                .get(20, TimeUnit.SECONDS);
        producer.sendException = null;

        // When
        assertThatThrownBy(() -> EventGateway.offer(lane, List.of(Events.iteration(2))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503))
                .hasMessageStartingWith("iteration 1 of bot:run was not delivered");

        // Then
        assertThat(EventGateway.offer(lane, List.of(Events.iteration(3))).get(0).get(20, TimeUnit.SECONDS))
                .isNotNull();
    }

    @Test
    void shouldSayWhatBecomesOfARepetition() {
        // Given
        producer.sendException = new TimeoutException("no broker");

        // When // Then
        assertThatThrownBy(() -> new EventGateway(sender)
                        .deliver(List.of(Events.iteration(1), Events.iteration(2)))
                        .get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(Problem.class)
                .hasMessageContaining("0 of 2 events were written")
                .hasMessageContaining("a start that is there becomes a dead letter (run_already_started)");
    }

    @Test
    void shouldAskToComeAgainWhileTheRegistryIsAway() {
        // Given
        EventSender cutOff = new EventSender(
                producer, new AvroSerdes(new AwayRegistry()), Topics.standard().events(), SendLimits.defaults());

        // When // Then
        assertThatThrownBy(() -> new EventGateway(cutOff).deliver(List.of(Events.iteration(1))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503))
                .hasMessageContaining("no registry answers");
    }
}
