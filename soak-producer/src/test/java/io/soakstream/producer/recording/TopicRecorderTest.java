package io.soakstream.producer.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.producer.domain.NoIterationsException;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.domain.RunSelector;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class TopicRecorderTest {
    private static final RunKey KEY = new RunKey("mm", "RUN_1");
    private static final RunKey OTHER = new RunKey("other", "RUN_2");

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final List<RecordedEvent> run = Runs.records(Runs.events("mock36", KEY), registry);
    private final List<RecordedEvent> another = Runs.records(Runs.events("pin_missing", OTHER), registry);

    @Test
    void shouldTakeOneRunInLogOrder() {
        // Given
        List<RecordedEvent> mixed = interleaved(run, another);

        // When
        RunRecord taken = record("mm:RUN_1", List.of(List.of(), mixed));

        // Then
        assertThat(taken.events()).isEqualTo(run);
        assertThat(taken.header().key()).isEqualTo(KEY);
        assertThat(taken.header().origin()).isEmpty();
        assertThat(taken.header().schemas()).isEqualTo(Map.of(1, SoakEvent.getClassSchema()));
        assertThat(taken.warnings()).isEmpty();
    }

    @Test
    void shouldFindARunByItsNameAlone() {
        assertThat(record("RUN_2", List.of(run, another)).header().key()).isEqualTo(OTHER);
    }

    @Test
    void shouldWarnThatARunHasNotEnded() {
        assertThat(record("mm:RUN_1", List.of(run.subList(0, 5))).warnings())
                .containsExactly("run mm:RUN_1 has not ended: it is recorded as far as it is");
    }

    @Test
    void shouldKeepTheOriginOfAReplay() {
        // Given
        List<SoakEvent> replay = Runs.events("pin_missing", KEY);
        replay.forEach(event -> event.setOrigin("mm:RUN_0"));

        // When
        RunRecord taken = record("mm:RUN_1", List.of(Runs.records(replay, registry)));

        // Then
        assertThat(taken.header().origin()).contains("mm:RUN_0");
    }

    @Test
    void shouldSayThatThereIsNoSuchRun() {
        assertThatThrownBy(() -> record("mm:RUN_9", List.of(run)))
                .isInstanceOf(NoIterationsException.class)
                .hasMessage("there is no run mm:RUN_9 on soak.events.v1");
    }

    @Test
    void shouldSayThatThereIsNoTopic() {
        assertThatThrownBy(() -> record("mm:RUN_1", List.of())).isInstanceOf(NoIterationsException.class);
    }

    @Test
    void shouldRefuseARunOnTwoPartitions() {
        assertThatThrownBy(() -> record("mm:RUN_1", List.of(run.subList(0, 3), run.subList(3, 5))))
                .isInstanceOf(SplitRunException.class)
                .hasMessageContaining("partitions 0 and 1");
    }

    @Test
    void shouldAskWhichBotIsMeant() {
        // Given
        RunKey twin = new RunKey("twin", "RUN_1");
        List<RecordedEvent> ofTwin = Runs.records(Runs.events("pin_missing", twin), registry);

        // When // Then
        assertThatThrownBy(() -> record("RUN_1", List.of(interleaved(run, ofTwin))))
                .isInstanceOf(SplitRunException.class)
                .hasMessageContaining("mm:RUN_1")
                .hasMessageContaining("twin:RUN_1");
    }

    @Test
    void shouldRecordBytesThatAreNoEventAndSaySo() {
        // Given
        List<RecordedEvent> records = new ArrayList<>(run);
        records.add(3, RecordedEvent.of(KEY.bytes(), new byte[] {7, 7, 7, 7, 7, 7}));
        records.add(new RecordedEvent(Bytes.wrap(KEY.bytes()), null));

        // When
        RunRecord taken = record("mm:RUN_1", List.of(records));

        // Then
        assertThat(taken.events()).isEqualTo(records.subList(0, records.size() - 1));
        assertThat(taken.warnings())
                .hasSize(2)
                .anySatisfy(warning -> assertThat(warning).startsWith("event 4 is recorded but is no event"))
                .anySatisfy(warning -> assertThat(warning).contains("offset 39 has no value"));
    }

    @Test
    void shouldGiveUpOnABrokerThatDoesNotDeliver() {
        // Given
        MockConsumer<byte[], byte[]> consumer = Runs.consumer(List.of(List.of()));
        consumer.updateEndOffsets(Map.of(new TopicPartition(Runs.TOPIC, 0), 5L));
        TopicRecorder recorder = new TopicRecorder(consumer, registry, Runs.TOPIC);

        // When // Then
        assertThatThrownBy(() -> recorder.record(RunSelector.parse("mm:RUN_1"), Runs.CONTEXT))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining(Runs.TOPIC);
    }

    @Test
    void shouldReadCommittedRecordsOnly() {
        assertThat(TopicRecorder.consumerProperties(Map.of("bootstrap.servers", "b:1")))
                .containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .containsEntry("bootstrap.servers", "b:1");
    }

    private RunRecord record(String selector, List<List<RecordedEvent>> partitions) {
        return new TopicRecorder(Runs.consumer(partitions), registry, Runs.TOPIC)
                .record(RunSelector.parse(selector), Runs.CONTEXT);
    }

    private static List<RecordedEvent> interleaved(List<RecordedEvent> first, List<RecordedEvent> second) {
        List<RecordedEvent> mixed = new ArrayList<>();
        for (int index = 0; index < Math.max(first.size(), second.size()); index++) {
            mixed.addAll(first.subList(Math.min(index, first.size()), Math.min(index + 1, first.size())));
            mixed.addAll(second.subList(Math.min(index, second.size()), Math.min(index + 1, second.size())));
        }
        return mixed;
    }
}
