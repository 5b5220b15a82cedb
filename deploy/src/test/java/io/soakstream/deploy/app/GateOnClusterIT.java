package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.recording.TopicRecorder;
import io.soakstream.producer.recording.TopicScan;
import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code soak gate} on a run that a real tuner and a real gate have judged, and on a range of its events. */
class GateOnClusterIT {
    private static final String PREFIX = "gateoncluster.";
    private static final String EVENTS = PREFIX + "events.v1";

    @TempDir
    static Path stateDirectory;

    private static Line line;

    @BeforeAll
    static void judge() throws IOException {
        line = Line.on(new Topics(PREFIX));
        line.startTuner(new StateStorage(stateDirectory.resolve("tuner"), StoreKind.MEMORY));
        line.startGate(new StateStorage(stateDirectory.resolve("gate"), StoreKind.MEMORY));
        line.awaitRunning();
        publish(soak("mock36").events());
        publish(soak("mock8").events());
        List<SoakEvent> open = soak("mock24").events();
        publish(open.subList(0, open.size() - 1));
        line.verdicts("mock24", 24);
    }

    @AfterAll
    static void close() {
        line.close();
    }

    @Test
    void shouldGoByTheLastVerdictOfTheRun() throws IOException {
        // When
        Cli.Ended passed = gate("--run", "it:mock36", "--json");
        Cli.Ended failed = gate("--run", "mock8");

        // Then
        assertThat(passed.exitCode()).isZero();
        assertThat(digest(passed)).isEqualTo(offlineDigest("mock36"));
        assertThat(passed.err()).contains("note: judged by the gate of the cluster: run it:mock36");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.out()).contains("soak gate: it:mock8", "verdict       FAIL");
    }

    @Test
    void shouldFindTheLatestRunOfABot() {
        // When
        Cli.Ended ended = gate("--run", "it:latest", "--timeout", "1");

        // Then
        assertThat(ended.err()).contains("run it:mock24");
        assertThat(gate("--run", "latest").err()).contains("--run: latest of which bot? BOT:latest");
        assertThat(gate("--run", "nobody:latest").exitCode()).isEqualTo(2);
    }

    @Test
    void shouldNotGoByARunThatHasNotEnded() {
        // Given
        Path out = stateDirectory.resolve("unended");

        // When
        Cli.Ended ended = gate("--run", "it:mock24", "--timeout", "1", "--out", out.toString());

        // Then
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).contains("verdict       INCONCLUSIVE", "the run has not ended");
        assertThat(out.resolve("POST_SOAK_SNAPSHOT.json")).content().contains("INCONCLUSIVE");
    }

    @Test
    void shouldNotGoByARunThatNobodyJudged() {
        // When
        Cli.Ended ended = gate("--run", "it:nowhere", "--timeout", "1");

        // Then
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("there is no verdict about it:nowhere");
    }

    @Test
    void shouldNotPassByWhatOthersAsked() {
        // When
        Cli.Ended both = gate("--run", "it:mock36", "--policy", "release,smoke");
        Cli.Ended other = gate("--run", "it:mock36", "--policy", "smoke");

        // Then
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err())
                .contains("refused: policy smoke (version 1): the gate of the cluster did not judge the run by it");
        assertThat(other.exitCode()).isEqualTo(2);
    }

    @Test
    void shouldWriteReportsAndCompareFromTheTopics() {
        // Given
        Path out = stateDirectory.resolve("report");

        // When
        Cli.Ended ended = gate(
                "--run",
                "it:mock36",
                "--out",
                out.toString(),
                "--compare",
                "src/test/resources/recorded/mock36",
                "--fail-on-regression");

        // Then
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).contains("result     NOT_WORSE");
        assertThat(out.resolve("POST_SOAK_AUDIT.md")).exists();
    }

    @Test
    void shouldJudgeARangeOfEventsAsTheRecording() throws IOException {
        // Given
        List<ConsumerRecord<byte[], byte[]>> events = eventsOf("it:mock36");
        ConsumerRecord<byte[], byte[]> first = events.get(0);
        ConsumerRecord<byte[], byte[]> last = events.get(events.size() - 1);

        // When
        Cli.Ended whole = gate("--topic-range", range(first.partition(), first.offset(), last.offset()), "--json");
        Cli.Ended late = gate("--topic-range", range(first.partition(), first.offset(), 1_000_000));
        Cli.Ended nowhere = gate("--topic-range", range(99, 0, 1));

        // Then
        assertThat(whole.exitCode()).isZero();
        assertThat(digest(whole)).isEqualTo(offlineDigest("mock36"));
        assertThat(late.exitCode()).isEqualTo(2);
        assertThat(late.err()).contains("so the range is not whole");
        assertThat(nowhere.exitCode()).isEqualTo(2);
        assertThat(gate("--topic-range", "nosuch:0:0-1").exitCode()).isEqualTo(69);
    }

    @Test
    void shouldNotMixTheRunsOfARange() throws IOException {
        // Given
        ConsumerRecord<byte[], byte[]> first = eventsOf("it:mock36").get(0);
        long end = all().stream()
                .filter(event -> event.partition() == first.partition())
                .mapToLong(ConsumerRecord::offset)
                .max()
                .orElseThrow();
        boolean several = all().stream()
                        .filter(event -> event.partition() == first.partition())
                        .map(GateOnClusterIT::key)
                        .distinct()
                        .count()
                > 1;

        // When
        Cli.Ended ended = gate("--topic-range", range(first.partition(), 0, end));

        // Then
        assertThat(ended.exitCode()).isEqualTo(several ? 64 : 0);
    }

    @Test
    void shouldSayThatTheBrokerIsAway() {
        // When
        Cli.Ended ended = Cli.run("gate", "--run", "it:mock36", "--bootstrap-servers", "127.0.0.1:1");

        // Then
        assertThat(ended.exitCode()).isEqualTo(69);
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void shouldSayThatTheRegistryIsAway() {
        // When
        Cli.Ended ended = Cli.run(
                "gate",
                "--run",
                "it:mock36",
                "--bootstrap-servers",
                SharedCluster.get().bootstrapServers(),
                "--schema-registry",
                "http://127.0.0.1:1",
                "--topic-prefix",
                PREFIX);

        // Then
        assertThat(ended.exitCode()).isEqualTo(69);
    }

    private static Cli.Ended gate(String... words) {
        List<String> all = new ArrayList<>(List.of("gate"));
        all.addAll(List.of(words));
        all.addAll(List.of(
                "--bootstrap-servers",
                SharedCluster.get().bootstrapServers(),
                "--schema-registry",
                SharedCluster.get().registryUrl(),
                "--topic-prefix",
                PREFIX));
        return Cli.run(all.toArray(String[]::new));
    }

    private static String range(int partition, long from, long to) {
        return EVENTS + ":" + partition + ":" + from + "-" + to;
    }

    private static String digest(Cli.Ended ended) throws IOException {
        JsonNode snapshot = new ObjectMapper().readTree(ended.out());
        return snapshot.get("digest").asText();
    }

    private static String offlineDigest(String name) throws IOException {
        return new OfflineGate(GateConfig.defaults())
                .judge(soak(name))
                .last()
                .orElseThrow()
                .getDigest();
    }

    private static RecordedSoak soak(String name) throws IOException {
        return new SoakReader()
                .read(Path.of("src/test/resources/recorded", name), ReadOptions.defaults())
                .as(new RunKey("it", name));
    }

    private static void publish(List<SoakEvent> events) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(EventPublisher.producerProperties(line.clientProperties()))) {
            new EventPublisher(
                            producer,
                            new AvroSerdes(line.registry()),
                            line.topics().events())
                    .publish(events);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> eventsOf(String run) {
        return all().stream().filter(event -> key(event).equals(run)).toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> all() {
        List<ConsumerRecord<byte[], byte[]>> events = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(TopicRecorder.consumerProperties(line.clientProperties()))) {
            new TopicScan(consumer, EVENTS).forEach(events::add);
        }
        return events;
    }

    private static String key(ConsumerRecord<byte[], byte[]> event) {
        return new String(event.key(), StandardCharsets.UTF_8);
    }
}
