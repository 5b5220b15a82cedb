package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.fixture.NotifiedRuns;
import io.soakstream.deploy.fixture.NotifierPlatforms;
import io.soakstream.deploy.fixture.ReceivedMessages;
import io.soakstream.notifier.fake.Accepted;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** From a FAIL on the topic to its being taken by the platforms, when none of them holds it up. */
class NotifierLatencyIT {
    private static final int RUNS = 8;
    private static final int ROUNDS = 15;
    /** Of which every second one is a failure (count). */
    private static final int FAILURES = ROUNDS / 2 * RUNS;
    /** Half a second where nothing else runs; whatever is beyond this is not the machine's doing (ms). */
    private static final long MEDIAN_MOST_MS = 10_000;

    @Test
    void shouldTellOfEveryFailureSoon() throws Exception {
        ProofReport report = new ProofReport("notifier-latency");
        Path directory = ProofCluster.REPORTS.resolve("notifier-latency");
        ProofCluster.delete(directory);
        try (Line line = Line.on(new Topics("notifier-latency."));
                NotifierPlatforms platforms = NotifierPlatforms.start();
                NotifierInstances instances = new NotifierInstances(
                        line, platforms.writeConfig(directory.resolve("config")), directory.resolve("log"))) {
            // Given
            await("notifiers").atMost(Duration.ofMinutes(2)).until(instances::allRun);

            // When
            Map<String, Long> writtenMs = failures(line, platforms);

            // Then
            List<Long> latenciesMs = latencies(platforms, writtenMs);
            report.spread("FAIL on the topic to accepted", latenciesMs);
            List<Long> sorted = latenciesMs.stream().sorted().toList();
            report.say("of that p99: " + sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1) + " ms");
            assertThat(sorted).hasSize(FAILURES * platforms.byReceiver().size());
            assertThat(sorted.get(sorted.size() / 2)).as("median (ms)").isLessThan(MEDIAN_MOST_MS);
        }
    }

    /** Every run begins well, and then fails and recovers by turns. */
    private static Map<String, Long> failures(Line line, NotifierPlatforms platforms)
            throws InterruptedException, ExecutionException {
        Serializer<Verdict> values =
                new AvroSerdes(line.registry()).of(Verdict.class).serializer();
        String topic = line.topics().verdicts().name();
        Map<String, Long> writtenMs = new HashMap<>();
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(line.clientProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int round = 1; round <= ROUNDS; round++) {
                VerdictLevel level = round % 2 == 0 ? VerdictLevel.FAIL : VerdictLevel.PASS;
                for (int number = 0; number < RUNS; number++) {
                    String run = NotifiedRuns.run(number);
                    Verdict verdict = NotifiedRuns.verdict(run, round, level, false);
                    long atMs = producer.send(new ProducerRecord<>(
                                    topic,
                                    NotifiedRuns.key(run).getBytes(StandardCharsets.UTF_8),
                                    values.serialize(topic, verdict)))
                            .get()
                            .timestamp();
                    writtenMs.put(ReceivedMessages.key(run, round), atMs);
                }
                int expected = round * RUNS;
                await("round " + round)
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> platforms.byReceiver().values().stream()
                                .allMatch(platform -> platform.messages().size() >= expected));
            }
        }
        return writtenMs;
    }

    /** Of the failures alone: a round before them has warmed the code. */
    private static List<Long> latencies(NotifierPlatforms platforms, Map<String, Long> writtenMs) {
        List<Long> latenciesMs = new ArrayList<>();
        platforms.byReceiver().values().forEach(platform -> {
            ReceivedMessages received = new ReceivedMessages(platform);
            writtenMs.forEach((key, atMs) -> {
                boolean failure = Integer.parseInt(key.substring(key.indexOf('#') + 1)) % 2 == 0;
                if (failure) {
                    Accepted first = received.first(key);
                    latenciesMs.add(first.atMs() - atMs);
                }
            });
        });
        return latenciesMs;
    }
}
