package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.producer.recording.TopicRecorder;
import io.soakstream.producer.recording.TopicScan;
import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.schemas.command.CommandKeys;
import io.soakstream.schemas.command.CommandVerifier;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.ControlAction;
import io.soakstream.schemas.contract.ControlCommand;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code soak control} against a real cluster; the answers of the gate are written by hand. */
class ControlIT {
    private static final String PREFIX = "control.";
    private static final String RUN = "mm:nightly";

    @TempDir
    private Path directory;

    private Line line;

    @BeforeEach
    void makeTopicsAndKey() {
        line = Line.on(new Topics(PREFIX));
        Cli.run("control", "keygen", "--out", directory.toString(), "--key-id", "ops");
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void shouldSendASignedCommandAndReportItsAcknowledgement() throws Exception {
        // When
        CompletableFuture<Cli.Ended> ended = start("freeze", RUN, "--id", "c1", "--subsystem", "rebid");
        ControlCommand command = awaitCommand("c1");
        answer("c1", "mm:other", ApplicationOutcome.REFUSED, "of_another_run");
        answer("c2", "mm:nightly", ApplicationOutcome.REFUSED, "of_another_command");
        answer("c1", "mm:nightly", ApplicationOutcome.ACKNOWLEDGED, null);

        // Then
        assertThat(ended.get().out()).contains("sent FREEZE c1 to mm:nightly").endsWith("acknowledged\n");
        assertThat(ended.get().exitCode()).isZero();
        assertThat(command.getAction()).isEqualTo(ControlAction.FREEZE);
        assertThat(command.getSubsystems()).containsExactly("rebid");
        assertThat(verifier().refusal(command, RUN)).isEmpty();
    }

    @Test
    void shouldReportTheEarlierAnswerOfAnIdThatWasUsedBefore() throws Exception {
        // Given
        answer("c6", "mm:nightly", ApplicationOutcome.REFUSED, "out_of_date");

        // When
        Cli.Ended ended = start("freeze", RUN, "--id", "c6").get();

        // Then
        assertThat(ended.err()).contains("the id c6 was used before (refused: out_of_date): nothing was sent");
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    @Test
    void shouldReportARefusalWithItsCode() throws Exception {
        // Given
        Path values = Files.writeString(
                directory.resolve("values.json"),
                "{\"engine\": {\"min_interval_ms\": 60, \"replace_rate_per_min\": 300, \"tail_age_ms\": 600,"
                        + " \"concurrency_limit\": 10}, \"risk\": {\"base_spread_bps_delta\": 0.05, \"base_spread_bps\":"
                        + " 0.12, \"impact_cap_ratio\": 0.1, \"max_delta_ratio\": 0.15}}");

        // When
        CompletableFuture<Cli.Ended> ended = start("rebase", RUN, "--id", "c3", "--values", values.toString());
        ControlCommand command = awaitCommand("c3");
        answer("c3", "mm:nightly", ApplicationOutcome.REFUSED, "judge_mode");

        // Then
        assertThat(ended.get().out()).endsWith("refused: judge_mode\n");
        assertThat(ended.get().exitCode()).isEqualTo(1);
        assertThat(command.getValues()).hasSize(8);
        assertThat(verifier().refusal(command, RUN)).isEmpty();
    }

    @Test
    void shouldGiveUpWithAdviceWhenNobodyAnswers() throws Exception {
        // When
        Cli.Ended ended =
                start("auto-tune", RUN, "off", "--id", "c4", "--wait", "1").get();

        // Then
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("no answer within 1 s", "soak dlq list --run mm:nightly");
        assertThat(awaitCommand("c4").getAction()).isEqualTo(ControlAction.AUTO_TUNE_OFF);
    }

    @Test
    void shouldOnlySendIfToldSo() throws Exception {
        // When
        Cli.Ended ended = start("unfreeze", RUN, "--id", "c5", "--no-wait", "--not-after-iteration", "3")
                .get();

        // Then
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("sent UNFREEZE c5").doesNotContain("acknowledged");
        assertThat(awaitCommand("c5").getNotAfterIteration()).isEqualTo(3);
    }

    private CommandVerifier verifier() throws IOException {
        String pem = Files.readString(directory.resolve("ops.public.pem"));
        return new CommandVerifier(Map.of("ops", CommandKeys.base64(CommandKeys.publicKey(pem))));
    }

    private CompletableFuture<Cli.Ended> start(String... arguments) {
        List<String> words = new ArrayList<>(List.of("control"));
        words.addAll(List.of(arguments));
        words.addAll(List.of(
                "--key",
                directory.resolve("ops.private.pem").toString(),
                "--key-id",
                "ops",
                "--reason",
                "a test",
                "--bootstrap-servers",
                SharedCluster.get().bootstrapServers(),
                "--schema-registry",
                SharedCluster.get().registryUrl(),
                "--topic-prefix",
                PREFIX));
        return CompletableFuture.supplyAsync(() -> Cli.run(words.toArray(String[]::new)));
    }

    private ControlCommand awaitCommand(String id) {
        return await().atMost(Line.PATIENCE)
                .until(() -> find(id), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<ControlCommand> find(String id) {
        Deserializer<SoakEvent> events =
                new AvroSerdes(line.registry()).of(SoakEvent.class).deserializer();
        List<ControlCommand> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(TopicRecorder.consumerProperties(line.clientProperties()))) {
            new TopicScan(consumer, line.topics().events().name())
                    .forEach(record -> found.add(
                            events.deserialize(record.topic(), record.value()).getControlCommand()));
        }
        return found.stream().filter(command -> command.getId().equals(id)).findFirst();
    }

    private void answer(String commandId, String runKey, ApplicationOutcome outcome, String reason)
            throws ExecutionException, InterruptedException {
        String[] key = runKey.split(":");
        DeltaApplication answer = DeltaApplication.newBuilder()
                .setBot(key[0])
                .setRun(key[1])
                .setCommandId(commandId)
                .setOutcome(outcome)
                .setReason(reason)
                .build();
        String topic = line.topics().applications().name();
        byte[] value = new AvroSerdes(line.registry())
                .of(DeltaApplication.class)
                .serializer()
                .serialize(topic, answer);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(EventPublisher.producerProperties(line.clientProperties()))) {
            producer.send(new ProducerRecord<>(topic, runKey.getBytes(StandardCharsets.UTF_8), value))
                    .get();
        }
    }
}
