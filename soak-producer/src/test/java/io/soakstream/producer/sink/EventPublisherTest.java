package io.soakstream.producer.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.recording.Runs;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;

class EventPublisherTest {
    private static final RunKey KEY = new RunKey("mm", "RUN_1");

    private final AvroSerdes serdes = new AvroSerdes(new InMemorySchemaRegistry());
    private final List<SoakEvent> events = Runs.events("mock36", KEY);

    @Test
    void shouldWriteTheEventsInOrderUnderTheirRunsKey() {
        // Given
        FailingProducer producer = new FailingProducer(-1, null);

        // When
        PublishReport report = publisher(producer).publish(events);

        // Then
        try (Deserializer<SoakEvent> values = serdes.of(SoakEvent.class).deserializer()) {
            assertThat(producer.history())
                    .extracting(record -> values.deserialize(record.topic(), record.value()))
                    .isEqualTo(events);
        }
        assertThat(producer.history()).extracting(ProducerRecord::key).allSatisfy(key -> assertThat(key)
                .isEqualTo(KEY.bytes()));
        assertThat(report).isEqualTo(new PublishReport(38, 0, 0, 37));
    }

    @Test
    void shouldNameTheIterationThatWasNotWritten() {
        // Given
        EventPublisher publisher = publisher(new FailingProducer(7, new RecordTooLargeException("too large")));

        // When
        PublishFailedException failure =
                catchThrowableOfType(PublishFailedException.class, () -> publisher.publish(events));

        // Then
        assertThat(failure).hasMessage("iteration 7 of mm:RUN_1 was not written: too large");
        assertThat(failure.published()).isEqualTo(7);
        assertThat(failure.isUnavailable()).isFalse();
    }

    @Test
    void shouldGiveUpAtTheFirstEventWithoutABroker() {
        // Given
        FailingProducer producer = new FailingProducer(0, new TimeoutException("no broker"));

        // When // Then
        assertThatThrownBy(() -> publisher(producer).publish(events))
                .isInstanceOfSatisfying(PublishFailedException.class, failure -> assertThat(failure.isUnavailable())
                        .isTrue())
                .hasMessage("the start of mm:RUN_1 was not written: no broker");
        assertThat(producer.sent).isEqualTo(1);
    }

    @Test
    void shouldReportThatNothingWasWritten() {
        assertThat(publisher(new FailingProducer(-1, null)).publish(List.of()))
                .isEqualTo(new PublishReport(0, -1, -1, -1));
    }

    @Test
    void shouldNeitherLoseNorDoubleNorReorder() {
        assertThat(EventPublisher.producerProperties(Map.of("bootstrap.servers", "b:1")))
                .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
                .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
                .containsEntry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5)
                .containsEntry("bootstrap.servers", "b:1");
    }

    private EventPublisher publisher(FailingProducer producer) {
        return new EventPublisher(producer, serdes, Topics.standard().events());
    }

    /** Acknowledges everything at once but one record. */
    private static final class FailingProducer extends MockProducer<byte[], byte[]> {
        private final int failing;
        private final RuntimeException failure;
        private int sent;

        FailingProducer(int failing, RuntimeException failure) {
            super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
            this.failing = failing;
            this.failure = failure;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
            Future<RecordMetadata> acknowledgement = super.send(record);
            if (sent++ == failing) {
                errorNext(failure);
            } else {
                completeNext();
            }
            return acknowledgement;
        }
    }
}
