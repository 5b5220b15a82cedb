package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.Events;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code soak dlq} against a real cluster, as a person types it. */
class DlqCommandIT {
    private static final String PREFIX = "dlq.";

    @TempDir
    Path stateDirectory;

    @Test
    void shouldListLettersAndBringAnEventBackThatCameTooEarly() throws Exception {
        // Given: the end of a run before its beginning
        try (Line line = Line.on(new Topics(PREFIX))) {
            line.startTuner(StateStorage.inMemory(stateDirectory.resolve("tuner")));
            line.startGate(StateStorage.inMemory(stateDirectory.resolve("gate")));
            publish(line, Events.ended(1));
            await().atMost(Line.PATIENCE).until(() -> line.deadLetters().size() == 1);
            publish(line, Events.started(), Events.iteration(1));
            line.verdicts(1);

            // When
            Cli.Ended listed = run("list");
            Cli.Ended asJson = run("list", "--json", "--values", "--code", "unknown_run");
            Cli.Ended dry = run("replay", "--run", Events.KEY, "--dry-run");
            Cli.Ended replayed = run("replay", "--letter", position(asJson));
            publish(line, Events.iteration(2));
            await().atMost(Line.PATIENCE).until(() -> line.deadLetters().size() == 2);

            // Then
            assertThat(listed.exitCode()).isZero();
            assertThat(listed.out())
                    .contains("unknown_run", "dlq.events.v1", Events.KEY, "no start and no iteration")
                    .contains("1 dead letters: 1 unknown_run");
            assertThat(new ObjectMapper()
                            .readTree(asJson.out())
                            .get("value_base64")
                            .binaryValue())
                    .isEqualTo(bytes(line, Events.ended(1)));
            assertThat(dry.exitCode()).isZero();
            assertThat(dry.out()).contains("would be replayed: 1, left out 0");
            assertThat(replayed.exitCode()).isZero();
            assertThat(replayed.out()).contains("replayed onto dlq.events.v1: 1, left out 0");
            // The run has ended now: what comes later is refused for that.
            assertThat(run("list", "--code", "run_ended").out()).contains("1 dead letters: 1 run_ended");

            // When: that one is replayed, and comes back
            assertThat(run("replay", "--code", "run_ended").exitCode()).isZero();
            await().atMost(Line.PATIENCE).until(() -> line.deadLetters().size() == 3);
            Cli.Ended again = run("replay", "--code", "run_ended", "--dry-run");

            // Then: the letter that it came back as stands for it
            assertThat(again.exitCode()).isEqualTo(1);
            assertThat(again.out()).contains("would be replayed: 1, left out 1");
        }
    }

    @Test
    void shouldSayWhatItIsNotAskedFor() {
        // Given
        Line.on(new Topics(PREFIX)).close();

        // When
        Cli.Ended nothingSaid = run("replay");
        Cli.Ended both = run("replay", "--all", "--code", "x");
        Cli.Ended none = run("list", "--code", "no_such_code");
        Cli.Ended noneToReplay = run("replay", "--code", "no_such_code");
        Cli.Ended garbled = run("replay", "--letter", "three");

        // Then
        assertThat(nothingSaid.exitCode()).isEqualTo(64);
        assertThat(nothingSaid.err()).contains("which letters?");
        assertThat(both.exitCode()).isEqualTo(64);
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.out()).contains("no dead letters");
        assertThat(noneToReplay.exitCode()).isEqualTo(2);
        assertThat(garbled.exitCode()).isEqualTo(64);
        assertThat(garbled.err()).contains("'three' is not PARTITION:OFFSET");
    }

    private static String position(Cli.Ended asJson) throws IOException {
        JsonNode letter = new ObjectMapper().readTree(asJson.out());
        return letter.get("partition").asInt() + ":" + letter.get("offset").asLong();
    }

    private static byte[] bytes(Line line, SoakEvent event) {
        return new AvroSerdes(line.registry())
                .of(SoakEvent.class)
                .serializer()
                .serialize(line.topics().events().name(), event);
    }

    private static void publish(Line line, SoakEvent... events) {
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(EventPublisher.producerProperties(line.clientProperties()))) {
            new EventPublisher(
                            producer,
                            new AvroSerdes(line.registry()),
                            line.topics().events())
                    .publish(List.of(events));
        }
    }

    private static Cli.Ended run(String... arguments) {
        List<String> words = new ArrayList<>(List.of("dlq"));
        words.addAll(List.of(arguments));
        words.addAll(List.of(
                "--bootstrap-servers", SharedCluster.get().bootstrapServers(),
                "--schema-registry", SharedCluster.get().registryUrl(),
                "--topic-prefix", PREFIX));
        return Cli.run(words.toArray(String[]::new));
    }
}
