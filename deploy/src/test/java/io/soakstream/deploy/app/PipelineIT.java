package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The line on a real broker and registry: the same digests as offline, however many instances share the work. */
class PipelineIT {
    private static final List<String> SOAKS =
            List.of("mock36", "mock8", "mock24", "mock12_steady_safe", "create_test_soak_data_24", "scen_counts_only");

    @TempDir
    Path stateDirectory;

    @ParameterizedTest(name = "{0} instance(s)")
    @ValueSource(ints = {1, 2})
    void shouldEndWithTheDigestsOfTheOfflineGate(int instances) throws Exception {
        // Given
        try (Line line = Line.on(new Topics("it" + instances + "."))) {
            for (int i = 0; i < instances; i++) {
                // The second keeps its state on disk: that must not be seen either.
                StateStorage storage = new StateStorage(stateDirectory.resolve("instance" + i), StoreKind.values()[i]);
                line.startTuner(storage.of("tuner"));
                line.startGate(storage.of("gate"));
            }
            line.awaitRunning();

            // When
            int expected = publish(line);
            Map<String, List<Verdict>> verdicts = line.verdicts(expected);

            // Then
            for (String name : SOAKS) {
                List<Verdict> offline =
                        new OfflineGate(GateConfig.defaults()).judge(soak(name)).verdicts();
                assertThat(verdicts.get(name))
                        .as(name)
                        .extracting(Verdict::getDigest)
                        .containsExactlyElementsOf(
                                offline.stream().map(Verdict::getDigest).toList());
                assertThat(verdicts.get(name)).as(name).containsExactlyElementsOf(offline);
            }
        }
    }

    /** Gives the number of verdicts: one for each iteration, one for the end. */
    private static int publish(KafkaAccess access) throws IOException {
        int expected = 0;
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(EventPublisher.producerProperties(access.clientProperties()))) {
            EventPublisher publisher = new EventPublisher(
                    producer, new AvroSerdes(access.registry()), access.topics().events());
            for (String name : SOAKS) {
                publisher.publish(soak(name).events());
                expected += soak(name).iterations() + 1;
            }
        }
        return expected;
    }

    private static RecordedSoak soak(String name) throws IOException {
        return new SoakReader()
                .read(Path.of("src/test/resources/recorded", name), ReadOptions.defaults())
                .as(new RunKey("it", name));
    }
}
