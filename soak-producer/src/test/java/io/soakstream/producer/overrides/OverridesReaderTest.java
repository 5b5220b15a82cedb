package io.soakstream.producer.overrides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class OverridesReaderTest {
    private static final RunKey KEY = new RunKey("mm", "nightly");
    private static final Overrides START = Overrides.start(ParameterCatalogue.standard());
    private static final Overrides WIDER = OverridesTopic.values("base_spread_bps", "0.135");

    private final AvroSerdes serdes = new AvroSerdes(new InMemorySchemaRegistry());
    private final OverridesTopic topic = new OverridesTopic(serdes);
    private final OverridesReader reader =
            new OverridesReader(topic.consumer(), serdes, Topics.standard().overrides());
    private final RunOverrides run = new RunOverrides(KEY);
    private final List<String> refused = new ArrayList<>();

    @Test
    void shouldKeepTheNewestVersionOfTheRunAndNoOther() {
        // Given
        topic.write(KEY, OverridesTopic.version(KEY, 1, START));
        topic.write(new RunKey("mm", "weekly"), OverridesTopic.version(KEY, 9, START));
        topic.write(KEY, OverridesTopic.version(KEY, 2, WIDER));

        // When
        read();

        // Then
        assertThat(run.latest()).hasValueSatisfying(latest -> {
            assertThat(latest.version()).isEqualTo(2);
            assertThat(latest.values()).isEqualTo(WIDER);
            assertThat(latest.stateHash()).isEqualTo(WIDER.stateHash());
            assertThat(latest.decidedByIteration()).hasValue(2);
        });
        assertThat(topic.consumer().assignment()).hasSize(1);
    }

    @Test
    void shouldRefuseValuesThatDoNotHaveTheStatedHash() {
        // Given
        RuntimeOverrides forged = OverridesTopic.version(KEY, 2, WIDER);
        forged.setStateHash(START.stateHash());
        topic.write(KEY, OverridesTopic.version(KEY, 1, START));
        topic.write(KEY, forged);

        // When
        read();

        // Then
        assertThat(run.latest().map(DesiredOverrides::version)).hasValue(1L);
        assertThat(refused)
                .containsExactly("version 2 of the overrides of mm:nightly is not used: its values have the state hash "
                        + WIDER.stateHash() + ", not " + START.stateHash());
    }

    @Test
    void shouldRefuseADocumentThatIsNotThatOfTheValues() {
        // Given
        RuntimeOverrides forged = OverridesTopic.version(KEY, 1, WIDER);
        forged.setDocument("{}");
        topic.write(KEY, forged);

        // When
        read();

        // Then
        assertThat(run.latest()).isEmpty();
        assertThat(refused).singleElement().asString().contains("its document does not have the state hash");
    }

    @Test
    void shouldRefuseAnUnknownParameterAndBytesThatAreNoRecord() {
        // Given
        RuntimeOverrides unknown = OverridesTopic.version(KEY, 1, START);
        unknown.getValues().get(0).setName("no_such_thing");
        topic.write(KEY, unknown);
        topic.write(KEY, "nonsense".getBytes(StandardCharsets.UTF_8));

        // When
        read();

        // Then
        assertThat(refused)
                .satisfiesExactly(
                        first -> assertThat(first).contains("no_such_thing: no such parameter"),
                        second -> assertThat(second).contains("mm:nightly at offset 1 of partition"));
    }

    @Test
    void shouldNotTakeAnythingAwayWithATombstone() {
        // Given
        topic.write(KEY, OverridesTopic.version(KEY, 1, START));
        topic.write(KEY, (byte[]) null);

        // When
        read();

        // Then
        assertThat(run.latest()).isPresent();
        assertThat(refused).isEmpty();
    }

    @Test
    void shouldSayWhichVersionIsThereWhenAnotherIsWaitedForInVain() {
        // Given
        topic.write(KEY, OverridesTopic.version(KEY, 1, START));
        read();

        // When // Then
        assertThatThrownBy(() -> run.await(newest -> newest.version() >= 2, Duration.ofMillis(1)))
                .isInstanceOf(OverridesUnavailableException.class)
                .hasMessage("no such version of the overrides of mm:nightly within 1 ms; the newest is 1");
    }

    @Test
    void shouldNotAskTheBrokerForAnotherRunOnAPartitionThatItReads() {
        // Given
        RunOverrides later = new RunOverrides(KEY);
        read();
        topic.consumer().setOffsetsException(new TimeoutException("nobody answers"));

        // When
        reader.watch(later, From.END);

        // Then
        assertThat(later.caughtUp()).isCompleted();
        topic.write(KEY, OverridesTopic.version(KEY, 1, WIDER));
        reader.poll(Duration.ZERO);
        assertThat(later.latest().map(DesiredOverrides::version)).hasValue(1L);
    }

    @Test
    void shouldNeedNoGroupAndReadOnlyWhatIsCommitted() {
        assertThat(OverridesReader.consumerProperties(Map.of("bootstrap.servers", "b:1")))
                .containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .containsEntry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false)
                .doesNotContainKey(ConsumerConfig.GROUP_ID_CONFIG);
    }

    private void read() {
        run.listen(new OverridesListener() {
            @Override
            public void onOverrides(DesiredOverrides overrides) {}

            @Override
            public void onRefused(RefusedOverridesException reason) {
                refused.add(reason.getMessage());
            }
        });
        reader.watch(run, From.BEGINNING);
        for (int poll = 0; poll < 4; poll++) {
            reader.poll(Duration.ZERO);
        }
    }
}
