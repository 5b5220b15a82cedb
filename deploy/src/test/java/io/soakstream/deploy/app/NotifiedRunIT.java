package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.gate.report.ReasonText;
import io.soakstream.notifier.app.Environment;
import io.soakstream.notifier.app.NotifierApp;
import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.notifier.fake.FakeSlack;
import io.soakstream.notifier.fake.Fault;
import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.schemas.command.CommandKeys;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.Events;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that people are told of until one of them silences it: tuner, gate and notifier behind {@code soak control}. */
class NotifiedRunIT {
    private static final String PREFIX = "notified.";

    @TempDir
    private Path directory;

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void shouldTellOfARunUntilItIsSilencedAndKnowAfterwardsWhatItTold() throws Exception {
        try (Line line = start();
                NotifierApp notifier = new NotifierApp(
                        line,
                        NotifierConfig.defaults(),
                        new Environment(
                                InstantSource.system(), told::add, ReasonText::sentence, new SimpleMeterRegistry()))) {
            // Given
            Thread thread = new Thread(() -> run(notifier), "notifier");
            thread.start();
            publish(line, Events.started());
            publish(line, healthy(1, 1));
            awaitTold("run started");

            // When
            Cli.Ended silenced = control("silence", "--for", "2h");
            awaitTold("silence until");
            publish(line, healthy(2, 8));
            Cli.Ended history = awaitHistory("SKIPPED");
            Cli.Ended nothing = cli("notify", "history", "--run", "none");

            // Then
            assertThat(silenced.out()).endsWith("acknowledged\n");
            assertThat(told).hasSize(2);
            assertThat(told.get(1)).contains("alice: silence until", "(a test)");
            assertThat(history.out()).contains("SENT", "run_started", "SKIPPED", "silenced");
            assertThat(nothing.exitCode()).isEqualTo(2);
            assertThat(nothing.err()).isEqualTo("soak: no notification of none" + System.lineSeparator());
            tellWhatAGateCameTo();
        }
    }

    private void tellWhatAGateCameTo() throws IOException {
        // Given
        try (FakeSlack slack = FakeSlack.start("xoxb-none", "C0123456789")) {
            // When
            Cli.Ended ended = cli(gate("slack", slack));
            Cli.Ended nobody = cli(gate("telegram", slack));
            slack.fail(Fault.DOWN);
            Cli.Ended untold = cli(gate("people", slack));

            // Then
            assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
            assertThat(ended.err()).contains("note: people was told");
            assertThat(slack.rejections()).isEmpty();
            assertThat(slack.messages()).singleElement().satisfies(message -> assertThat(message.toString())
                    .contains(Events.KEY, "INCONCLUSIVE", "soak gate"));
            assertThat(nobody.exitCode()).isEqualTo(64);
            assertThat(nobody.err()).contains("--notify: there is no telegram; there are people");
            assertThat(untold.exitCode()).isEqualTo(2);
            assertThat(untold.err()).contains("warning: people was not told").doesNotContain(slack.webhook());
        }
    }

    private String[] gate(String receiver, FakeSlack slack) throws IOException {
        Path url = Files.writeString(directory.resolve("hook-url"), slack.webhook());
        Path config = Files.writeString(
                directory.resolve("notifier.yaml"),
                String.join(
                        "\n",
                        "notifier:",
                        "  network: {allow_hosts: [127.0.0.1], allow_private: [127.0.0.0/8], plain_loopback: true}",
                        "  receivers:",
                        "    - {name: people, type: slack-webhook, url_file: " + url + "}",
                        ""));
        return new String[] {
            "gate", "--run", Events.KEY, "--timeout", "0", "--notify", receiver, "--config", config.toString()
        };
    }

    private Line start() throws Exception {
        assertThat(Cli.run("control", "keygen", "--out", directory.toString(), "--key-id", "ops")
                        .exitCode())
                .isZero();
        String key = CommandKeys.base64(CommandKeys.publicKey(Files.readString(directory.resolve("ops.public.pem"))));
        Line line = Line.on(new Topics(PREFIX));
        line.startTuner(
                TunerConfig.parse("{\"control\": {\"public_keys\": {\"ops\": \"" + key + "\"}}}"),
                new StateStorage(directory.resolve("tuner"), StoreKind.MEMORY));
        line.startGate(new StateStorage(directory.resolve("gate"), StoreKind.MEMORY));
        line.awaitRunning();
        return line;
    }

    private static void run(NotifierApp notifier) {
        try {
            notifier.run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitTold(String text) {
        await().atMost(Line.PATIENCE).until(() -> told.stream().anyMatch(line -> line.contains(text)));
    }

    private Cli.Ended awaitHistory(String text) {
        return await().atMost(Line.PATIENCE)
                .until(() -> cli("notify", "history"), ended -> ended.out().contains(text));
    }

    private static SoakEvent[] healthy(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(
                        iteration -> Events.iteration(Events.healthy(iteration).build()))
                .toArray(SoakEvent[]::new);
    }

    private Cli.Ended control(String command, String... arguments) {
        String[] all = Stream.of(
                        List.of("control", command, Events.KEY),
                        List.of(arguments),
                        List.of("--key", directory.resolve("ops.private.pem").toString()),
                        List.of("--key-id", "ops", "--actor", "alice", "--reason", "a test"))
                .flatMap(List::stream)
                .toArray(String[]::new);
        return cli(all);
    }

    private static Cli.Ended cli(String... words) {
        return Cli.run(
                Map.of(),
                Stream.concat(
                                Arrays.stream(words),
                                Stream.of(
                                        "--topic-prefix", PREFIX,
                                        "--bootstrap-servers",
                                                SharedCluster.get().bootstrapServers(),
                                        "--schema-registry", SharedCluster.get().registryUrl()))
                        .toArray(String[]::new));
    }

    private static void publish(Line line, SoakEvent... events) {
        try (var producer = new KafkaProducer<>(
                EventPublisher.producerProperties(line.clientProperties()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            new EventPublisher(
                            producer,
                            new AvroSerdes(line.registry()),
                            line.topics().events())
                    .publish(List.of(events));
        }
    }
}
