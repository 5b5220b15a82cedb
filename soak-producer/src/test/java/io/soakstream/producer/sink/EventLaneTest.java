package io.soakstream.producer.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.producer.Eventually;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.Events;
import io.soakstream.schemas.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLaneTest {
    private final AvroSerdes serdes = new AvroSerdes(new InMemorySchemaRegistry());
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private EventSender sender = sender(SendLimits.defaults());

    @AfterEach
    void close() {
        sender.close(Duration.ZERO);
    }

    @Test
    void shouldSendTheNextWhenTheOneBeforeIsAcknowledged() throws Exception {
        // Given
        EventLane lane = sender.lane();
        CompletableFuture<Delivery> first = lane.send(iteration(1));
        CompletableFuture<Delivery> second = lane.send(iteration(2));
        acknowledge();

        // When
        Delivery delivered = get(first);

        // Then
        acknowledge();
        assertThat(delivered).isEqualTo(new Delivery("soak.events.v1", 0, 0));
        assertThat(get(second).offset()).isEqualTo(1);
        assertThat(sent()).containsExactly(iteration(1), iteration(2));
    }

    @Test
    void shouldHoldBackWhatIsBehindALostEventAndNameBoth() {
        // Given
        EventLane lane = sender.lane();
        CompletableFuture<Delivery> first = lane.send(iteration(1));
        CompletableFuture<Delivery> second = lane.send(iteration(2));

        // When
        fail(new TimeoutException("no broker"));

        // Then
        assertThatThrownBy(() -> get(first))
                .hasCauseInstanceOf(DeliveryFailedException.class)
                .hasMessageContaining("iteration 1 of bot:run was not delivered: no broker");
        assertThatThrownBy(() -> get(second))
                .hasMessageContaining("iteration 2 of bot:run was held back: iteration 1 of bot:run was not delivered");
        assertThatExceptionOfType(LaneHaltedException.class)
                .isThrownBy(() -> lane.send(iteration(3)))
                .withMessageStartingWith("iteration 1 of bot:run was not delivered");
        assertThat(lane.lost()).containsExactly(iteration(1), iteration(2));
        assertThat(sent()).containsExactly(iteration(1));
    }

    @Test
    void shouldSendWhatWasLostOnceMoreInItsOrder() throws Exception {
        // Given
        EventLane lane = sender.lane();
        lane.send(iteration(1));
        lane.send(iteration(2));
        CompletableFuture<Delivery> failed = lane.send(iteration(3));
        fail(new TimeoutException("no broker"));
        assertThatThrownBy(() -> get(failed)).isNotNull();

        // When
        List<CompletableFuture<Delivery>> again = lane.resendLost();

        // Then
        for (CompletableFuture<Delivery> one : again) {
            acknowledge();
            get(one);
        }
        assertThat(sent()).containsExactly(iteration(1), iteration(1), iteration(2), iteration(3));
        assertThat(lane.lost()).isEmpty();
    }

    @Test
    void shouldGoOnWithoutWhatWasGivenUp() throws Exception {
        // Given
        EventLane lane = sender.lane();
        CompletableFuture<Delivery> failed = lane.send(iteration(1));
        fail(new TimeoutException("no broker"));
        assertThatThrownBy(() -> get(failed)).isNotNull();

        // When
        List<SoakEvent> given = lane.giveUpLost();

        // Then
        CompletableFuture<Delivery> next = lane.send(iteration(2));
        acknowledge();
        assertThat(get(next)).isNotNull();
        assertThat(given).containsExactly(iteration(1));
        assertThat(sender.close(Duration.ZERO)).isEmpty();
    }

    @Test
    void shouldLetOtherRunsPassALostEvent() throws Exception {
        // Given
        CompletableFuture<Delivery> failed = sender.lane().send(iteration(1));
        fail(new TimeoutException("no broker"));
        assertThatThrownBy(() -> get(failed)).isNotNull();

        // When
        CompletableFuture<Delivery> other = sender.lane().send(iteration(1));

        // Then
        acknowledge();
        assertThat(get(other)).isNotNull();
    }

    @Test
    void shouldSayThatThereIsNoRoom() {
        // Given
        sender = sender(new SendLimits(1, 1_000_000, Duration.ofMillis(1)));
        EventLane lane = sender.lane();
        lane.send(iteration(1));

        // When // Then
        assertThat(lane.offer(iteration(2))).isEmpty();
        assertThatThrownBy(() -> lane.send(iteration(2)))
                .isInstanceOf(SendBufferFullException.class)
                .hasMessageStartingWith("iteration 2 of bot:run was not sent");
    }

    @Test
    void shouldHaveRoomAgainAfterAnAcknowledgement() throws Exception {
        // Given
        sender = sender(new SendLimits(1, 1_000_000, Duration.ofSeconds(20)));
        EventLane lane = sender.lane();
        CompletableFuture<Delivery> first = lane.send(iteration(1));
        acknowledge();
        get(first);

        // When
        CompletableFuture<Delivery> second = lane.offer(iteration(2)).orElseThrow();

        // Then
        acknowledge();
        assertThat(get(second).offset()).isEqualTo(1);
    }

    @Test
    void shouldRefuseAnEventThatItsTopicDoesNotTake() {
        // Given
        SoakEvent large = Events.iteration(
                Events.healthy(1).setBotVersion("v".repeat(600_000)).build());

        // When // Then
        assertThatThrownBy(() -> sender.lane().send(large))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("iteration 1 of bot:run has 600\\d{3} bytes, more than the 524288 .*");
    }

    @Test
    void shouldSayWhatWasNotDeliveredWhenItCloses() {
        // Given
        EventLane lane = sender.lane();
        lane.send(iteration(1));
        lane.send(iteration(2));

        // When
        List<String> undelivered = sender.close(Duration.ofMillis(1));

        // Then
        assertThat(undelivered).containsExactlyInAnyOrder("iteration 1 of bot:run", "iteration 2 of bot:run");
        assertThatThrownBy(() -> lane.send(iteration(3))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldGiveBackTheRoomOfAllWhenTheFirstOfABatchFailsAtOnce() throws Exception {
        // Given
        sender = sender(new SendLimits(20, 1_000_000, Duration.ofSeconds(20)));
        List<SoakEvent> batch =
                IntStream.rangeClosed(1, 20).mapToObj(EventLaneTest::iteration).toList();
        producer.sendException = new TimeoutException("no broker");

        for (int attempt = 0; attempt < 50; attempt++) {
            // When
            EventLane lane = sender.lane();
            List<CompletableFuture<Delivery>> deliveries = lane.offerAll(batch).orElseThrow();

            // Then
            for (CompletableFuture<Delivery> delivery : deliveries) {
                assertThatThrownBy(() -> get(delivery)).hasCauseInstanceOf(DeliveryFailedException.class);
            }
            assertThat(lane.giveUpLost()).isEqualTo(batch);
        }
    }

    @Test
    void shouldTellWhatTheProducerAnswersAfterItWasClosed() throws Exception {
        // Given
        EventLane lane = sender.lane();
        CompletableFuture<Delivery> first = lane.send(iteration(1));
        CompletableFuture<Delivery> second = lane.send(iteration(2));
        Eventually.isTrue("sent", () -> !producer.history().isEmpty());
        sender.close(Duration.ZERO);

        // When
        acknowledge();

        // Then
        assertThat(get(first).offset()).isZero();
        assertThatThrownBy(() -> get(second)).hasMessageContaining("iteration 2 of bot:run was not delivered");
    }

    private EventSender sender(SendLimits limits) {
        return new EventSender(producer, serdes, Topics.standard().events(), limits);
    }

    private static SoakEvent iteration(int number) {
        return Events.iteration(number);
    }

    private static Delivery get(CompletableFuture<Delivery> delivery)
            throws ExecutionException, InterruptedException, java.util.concurrent.TimeoutException {
        return delivery.get(20, TimeUnit.SECONDS);
    }

    /** The sending thread needs a moment to hand the event to the producer. */
    private void acknowledge() {
        Eventually.isTrue("something to acknowledge", producer::completeNext);
    }

    private void fail(RuntimeException failure) {
        Eventually.isTrue("something to fail", () -> producer.errorNext(failure));
    }

    private List<SoakEvent> sent() {
        return producer.history().stream()
                .map(one -> serdes.of(SoakEvent.class).deserializer().deserialize(one.topic(), one.value()))
                .toList();
    }
}
