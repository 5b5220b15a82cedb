package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.deploy.deadletter.DeadLetter;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.Verification;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot that writes files, a sidecar in a process of its own, a real tuner and a real gate. */
class SidecarIT {
    private static final int ITERATIONS = 24;
    private static final int KILLS = ProofOptions.count("sidecar.kills", 4);
    private static final int LATEST_KILL_MS = 400;
    private static final Duration ITERATION = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    private int processes;

    @Test
    void shouldBringAFileWritingBotToConfirmedValues() throws Exception {
        // Given
        try (Line line = line("sidecar.");
                SoakProcess sidecar = sidecar(line);
                FileBot bot = new FileBot(artifacts(), ITERATIONS)) {
            await().atMost(PATIENCE).until(() -> sidecar.says(": started"));

            // When
            bot.start(ITERATION);
            int code = sidecar.awaitEnd(PATIENCE);

            // Then
            assertThat(code).as(sidecar.output()).isZero();
            List<Verdict> verdicts = line.verdicts("nightly", ITERATIONS);
            assertThat(verdicts).hasSize(ITERATIONS);
            assertThat(verdicts).extracting(Verdict::getVerification).contains(Verification.CONFIRMED);
            assertThat(line.deadLetters()).isEmpty();
            List<IterationSummary> iterations = iterations(events(line));
            assertThat(iterations.get(0).getRiskRatio()).isEqualTo(0.7);
            assertThat(iterations.get(ITERATIONS - 1).getRiskRatio())
                    .as("the bot follows, and has less risk for it")
                    .isLessThan(0.6);
            assertThat(last(events(line)).getRunEnded().getEnd()).isEqualTo(RunEnd.COMPLETED);
        }
    }

    @Test
    void shouldLoseAndDoubleNothingWhenItIsKilled() throws Exception {
        // Given
        long seed = ProofOptions.seed();
        System.out.println("sidecar kills: " + KILLS + ", -Dproof.seed=" + seed);
        Random random = new Random(seed);
        try (Line line = line("sidecar-kill.");
                FileBot bot = new FileBot(artifacts(), ITERATIONS)) {
            SoakProcess sidecar = sidecar(line);
            SoakProcess first = sidecar;
            await().atMost(PATIENCE).until(() -> first.says(": started"));
            OverridesWatch watch = new OverridesWatch(artifacts().resolve("runtime_overrides.json"));
            bot.start(ITERATION);

            // When
            for (int kill = 1; kill <= KILLS; kill++) {
                int sent = kill * ITERATIONS / (KILLS + 2);
                await().atMost(PATIENCE).until(() -> sent() >= sent);
                killWithin(sidecar, random.nextInt(LATEST_KILL_MS));
                sidecar = sidecar(line);
            }
            int code = sidecar.awaitEnd(PATIENCE);

            // Then
            assertThat(code).as(sidecar.output()).isZero();
            assertThat(watch.torn()).isEmpty();
            List<IterationSummary> iterations = iterations(events(line));
            System.out.println("sidecar kills: " + (iterations.size() - ITERATIONS) + " repeats on the topic");
            assertThat(iterations.stream().distinct().map(IterationSummary::getIteration))
                    .as("every iteration, and repeats only of the very same content (seed %d)", seed)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, ITERATIONS).boxed().toList());
            assertThat(line.verdicts("nightly", ITERATIONS)).hasSize(ITERATIONS);
            assertThat(line.deadLetters()).extracting(DeadLetter::code).isEmpty();
            assertThat(last(events(line)).getRunEnded().getEnd()).isEqualTo(RunEnd.COMPLETED);
        }
    }

    private static void killWithin(SoakProcess process, int delayMs) {
        CompletableFuture.runAsync(process::kill, CompletableFuture.delayedExecutor(delayMs, TimeUnit.MILLISECONDS))
                .join();
    }

    private Line line(String prefix) {
        Line line = Line.on(new Topics(prefix));
        line.startTuner(new StateStorage(directory.resolve("tuner"), StoreKind.MEMORY));
        line.startGate(new StateStorage(directory.resolve("gate"), StoreKind.MEMORY));
        line.awaitRunning();
        return line;
    }

    private SoakProcess sidecar(Line line) {
        processes++;
        return SoakProcess.start(
                "io.soakstream.deploy.app.SoakCli",
                List.of(
                        "produce",
                        "sidecar",
                        "--dir",
                        artifacts().toString(),
                        "--bot=mm",
                        "--run=nightly",
                        "--iterations=" + ITERATIONS,
                        "--quiet-ms=60",
                        "--interval-ms=100",
                        "--bootstrap-servers=" + line.bootstrapServers(),
                        "--schema-registry=" + line.registryUrl(),
                        "--topic-prefix=" + line.topics().prefix()),
                directory.resolve("sidecar-" + processes + ".log"));
    }

    private Path artifacts() {
        try {
            return Files.createDirectories(directory.resolve("artifacts"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private int sent() throws IOException {
        JsonNode state =
                JSON.readTree(artifacts().resolve(".soakstream/state.json").toFile());
        return state.path("sent").size();
    }

    private static List<SoakEvent> events(Line line) {
        String topic = line.topics().events().name();
        Deserializer<SoakEvent> values =
                new AvroSerdes(line.registry()).of(SoakEvent.class).deserializer();
        return TopicContents.read(line.bootstrapServers(), topic, IsolationLevel.READ_COMMITTED).records().stream()
                .map(record -> values.deserialize(topic, record.value()))
                .toList();
    }

    private static List<IterationSummary> iterations(List<SoakEvent> events) {
        return events.stream()
                .map(SoakEvent::getIterationSummary)
                .filter(Objects::nonNull)
                .toList();
    }

    private static SoakEvent last(List<SoakEvent> events) {
        return events.get(events.size() - 1);
    }
}
