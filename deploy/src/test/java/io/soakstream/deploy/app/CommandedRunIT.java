package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.deadletter.DeadLetter;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.command.CommandKeys;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.Events;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that people command: {@code soak control} with a real tuner and a real gate behind it. */
class CommandedRunIT {
    private static final String PREFIX = "commanded.";

    @TempDir
    private Path directory;

    @Test
    void shouldObeyWhoMayCommandAndNobodyElse() throws Exception {
        // Given
        keygen("ops");
        keygen("stranger");
        String key = CommandKeys.base64(CommandKeys.publicKey(Files.readString(directory.resolve("ops.public.pem"))));
        TunerConfig config = TunerConfig.parse("{\"control\": {\"public_keys\": {\"ops\": \"" + key + "\"}}}");
        try (Line line = Line.on(new Topics(PREFIX))) {
            line.startTuner(config, new StateStorage(directory.resolve("tuner"), StoreKind.MEMORY));
            line.startGate(new StateStorage(directory.resolve("gate"), StoreKind.MEMORY));
            line.awaitRunning();
            publish(line, List.of(Events.started(), risky(1)));

            // When
            Cli.Ended frozen = control("ops", "freeze", Events.KEY, "--id", "f1");
            Cli.Ended again = control("ops", "freeze", Events.KEY, "--id", "f1");
            Cli.Ended edge =
                    control("ops", "freeze", Events.KEY, "--subsystem", "rebid", "--expected-hash", "0".repeat(64));
            Cli.Ended stranger = control("stranger", "unfreeze", Events.KEY, "--id", "u1", "--wait", "3");
            publish(line, List.of(risky(2)));
            List<Verdict> verdicts = line.verdicts(Events.RUN, 2);
            List<Verdict> offline = recorded(key);

            // Then
            assertThat(offline)
                    .extracting(Verdict::getDigest)
                    .containsExactlyElementsOf(
                            verdicts.stream().map(Verdict::getDigest).toList());
            assertThat(frozen.out()).endsWith("acknowledged\n");
            assertThat(again.err()).contains("the id f1 was used before (acknowledged)");
            assertThat(edge.out()).endsWith("refused: base_moved\n");
            assertThat(stranger.exitCode()).isEqualTo(2);
            await().atMost(Line.PATIENCE).untilAsserted(() -> assertThat(line.deadLetters())
                    .extracting(DeadLetter::code)
                    .containsExactly("unauthorised_control"));
            assertThat(verdicts.get(1).getOutcomeCounts())
                    .extracting(count -> count.getName() + " " + count.getCount())
                    .contains("applied 1", "skipped:freeze 1");
        }
    }

    /** What the offline gate says of the same events, commands and all. */
    private List<Verdict> recorded(String key) throws Exception {
        Path settings = Files.writeString(
                directory.resolve("soak.yaml"), "tuner: {control: {public_keys: {ops: \"" + key + "\"}}}");
        Path recording = directory.resolve("commanded.avro");
        List<String> words = new ArrayList<>(
                List.of("record", "--run", Events.KEY, "--out", recording.toString(), "--config", settings.toString()));
        words.addAll(connection());
        assertThat(Cli.run(Map.of(), words.toArray(String[]::new)).exitCode()).isZero();
        return new OfflineGate(GateConfig.defaults())
                .judge(new SoakReader().read(recording, ReadOptions.defaults()))
                .verdicts();
    }

    private void keygen(String id) {
        assertThat(Cli.run("control", "keygen", "--out", directory.toString(), "--key-id", id)
                        .exitCode())
                .isZero();
    }

    private Cli.Ended control(String keyId, String... arguments) {
        List<String> words = new ArrayList<>(List.of("control"));
        words.addAll(List.of(arguments));
        words.addAll(List.of(
                "--key",
                directory.resolve(keyId + ".private.pem").toString(),
                "--key-id",
                keyId,
                "--reason",
                "a test"));
        words.addAll(connection());
        return Cli.run(Map.of(), words.toArray(String[]::new));
    }

    private static List<String> connection() {
        return List.of(
                "--bootstrap-servers",
                SharedCluster.get().bootstrapServers(),
                "--schema-registry",
                SharedCluster.get().registryUrl(),
                "--topic-prefix",
                PREFIX);
    }

    private static SoakEvent risky(int iteration) {
        return Events.iteration(Events.healthy(iteration).setRiskRatio(0.7).build());
    }

    private static void publish(Line line, List<SoakEvent> events) {
        try (var producer = new KafkaProducer<>(
                EventPublisher.producerProperties(line.clientProperties()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            new EventPublisher(
                            producer,
                            new AvroSerdes(line.registry()),
                            line.topics().events())
                    .publish(events);
        }
    }
}
