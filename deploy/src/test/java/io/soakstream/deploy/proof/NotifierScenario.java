package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.app.NotifierConfigs;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.fixture.NotifiedRuns;
import io.soakstream.deploy.fixture.NotifierPlatforms;
import io.soakstream.deploy.fixture.ReceivedMessages;
import io.soakstream.gate.report.ReasonText;
import io.soakstream.notifier.app.Rehearsal;
import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.notifier.domain.Planned;
import io.soakstream.producer.recording.TopicRecorder;
import io.soakstream.producer.recording.TopicScan;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topic;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Two notifiers and three platforms, all of which fail as they please, while runs are judged. What should have been told
 * is what a rehearsal of the same verdicts says.
 *
 * @param runs of the load (count)
 * @param verdicts of each run (count)
 * @param steps parts that the load comes in, with a fault between each two (count)
 */
record NotifierScenario(int runs, int verdicts, int steps, long seed, Duration patience, ProofReport report) {
    /** A fault proves something only while there is something on its way: so many requests (count). */
    private static final int FLOWING = 10;

    private static final Duration FLOWING_WITHIN = Duration.ofMinutes(2);
    private static final Duration METRICS_WITHIN = Duration.ofSeconds(30);

    /** @throws AssertionError a transition is lost, doubled without saying so, or a secret has come out */
    void run(String name) throws IOException, InterruptedException {
        Path directory = ProofCluster.REPORTS.resolve(name);
        ProofCluster.delete(directory);
        report.say("seed " + seed + ", " + runs * verdicts + " verdicts of " + runs + " runs");
        try (Line line = Line.on(new Topics(name + "."));
                NotifierPlatforms platforms = NotifierPlatforms.start()) {
            Path config = platforms.writeConfig(directory.resolve("config"));
            Serializer<Verdict> values =
                    new AvroSerdes(line.registry()).of(Verdict.class).serializer();
            List<List<Verdict>> load = load();
            List<Planned> expected = expected(NotifierConfigs.read(config), load);
            report.say(expected.size() + " messages expected");
            try (NotifierInstances instances = new NotifierInstances(line, config, directory.resolve("log"))) {
                await("notifiers").atMost(Duration.ofMinutes(2)).until(instances::allRun);
                feed(line, values, load, instances, platforms);
                platforms.calm();
                String ledger = awaitTold(line, expected);
                requireAll(expected, platforms);
                String metrics = awaitMetrics(instances);
                requireNoSecret(directory.resolve("log"), ledger + metrics + topics(line));
            }
        }
    }

    private List<List<Verdict>> load() {
        List<List<Verdict>> load = new ArrayList<>();
        for (int number = 0; number < runs; number++) {
            load.add(NotifiedRuns.verdicts(number, verdicts, seed));
        }
        return load;
    }

    private static List<Planned> expected(NotifierConfig config, List<List<Verdict>> load) {
        Rehearsal rehearsal = new Rehearsal(config, ReasonText::sentence);
        return load.stream()
                .flatMap(run -> rehearsal.of(run).stream())
                .filter(planned -> planned.skipped().isEmpty())
                .toList();
    }

    /** Every part is written at once; then something breaks. */
    private void feed(
            Line line,
            Serializer<Verdict> values,
            List<List<Verdict>> load,
            NotifierInstances instances,
            NotifierPlatforms platforms) {
        Random random = new Random(seed);
        Map<String, Object> properties = new HashMap<>(line.clientProperties());
        String topic = line.topics().verdicts().name();
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            int part = (verdicts + steps - 1) / steps;
            for (int step = 0; step < steps; step++) {
                int from = step * part;
                int before = platforms.requests();
                for (List<Verdict> run : load) {
                    run.subList(Math.min(from, run.size()), Math.min(from + part, run.size()))
                            .forEach(verdict -> producer.send(new ProducerRecord<>(
                                    topic,
                                    NotifiedRuns.key(verdict.getRun()).getBytes(StandardCharsets.UTF_8),
                                    values.serialize(topic, verdict))));
                }
                producer.flush();
                disturb(step, before, random, instances, platforms);
            }
        }
    }

    /** @param before requests when the part was not yet written (count) */
    private void disturb(
            int step, int before, Random random, NotifierInstances instances, NotifierPlatforms platforms) {
        // One platform stays away for a third of it.
        platforms.disturb(random, step >= steps / 3 && step < 2 * steps / 3);
        await("messages on their way").atMost(FLOWING_WITHIN).until(() -> platforms.requests() >= before + FLOWING);
        int number = random.nextInt(2);
        if (step % 3 == 0) {
            report.say("step " + step + ": kill of " + number);
            instances.kill(number);
        } else if (step % 3 == 1) {
            report.say("step " + step + ": restart of " + number);
            instances.restart(number);
        }
        await("notifiers").atMost(FLOWING_WITHIN).until(instances::allRun);
    }

    private String awaitTold(Line line, List<Planned> expected) {
        try (NotifierLedger ledger = new NotifierLedger(line)) {
            await("all told").atMost(patience).pollInSameThread().untilAsserted(() -> {
                ledger.readOn();
                assertThat(expected.stream()
                                .filter(planned -> !ledger.isToldOf(
                                        planned.receiver(), planned.notice().id()))
                                .map(planned -> planned.receiver() + " "
                                        + planned.notice().gist() + " "
                                        + planned.notice().run() + " "
                                        + ledger.latest()
                                                .get(planned.receiver() + "|"
                                                        + planned.notice().id()))
                                .limit(3))
                        .isEmpty();
            });
            return ledger.text();
        }
    }

    /** Of both: an instance that has just been started may have counted nothing yet. */
    private static String awaitMetrics(NotifierInstances instances) {
        return await("metrics")
                .atMost(METRICS_WITHIN)
                .until(
                        instances::metrics,
                        metrics -> metrics.contains("soak_notification_oldest_pending_seconds")
                                && metrics.contains("soak_notifications_total"));
    }

    private void requireAll(List<Planned> expected, NotifierPlatforms platforms) {
        platforms.byReceiver().forEach((receiver, platform) -> {
            ReceivedMessages received = new ReceivedMessages(platform);
            report.say(receiver + ": " + received.size() + " messages, " + received.repeats() + " marked repeats, "
                    + platform.rejections().size() + " rejected, " + NotifierPlatforms.faults(platform));
            assertThat(platform.rejections()).as(receiver).isEmpty();
            assertThat(received.unmarkedRepeats()).as(receiver).isEmpty();
            assertThat(lost(expected, receiver, received)).as(receiver).isEmpty();
        });
    }

    private static List<String> lost(List<Planned> expected, String receiver, ReceivedMessages received) {
        return expected.stream()
                .filter(planned -> planned.receiver().equals(receiver))
                .map(planned -> ReceivedMessages.key(
                        planned.notice().run(), planned.notice().iteration().orElseThrow()))
                .filter(key -> !received.contains(key))
                .toList();
    }

    /** Whatever lies on the topics that a notifier writes, byte by byte. */
    private static String topics(Line line) {
        StringBuilder all = new StringBuilder();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(TopicRecorder.consumerProperties(line.clientProperties()))) {
            for (Topic<?> topic :
                    List.of(line.topics().notifications(), line.topics().deadLetters())) {
                new TopicScan(consumer, topic.name()).forEach(written -> {
                    all.append(new String(written.key(), StandardCharsets.ISO_8859_1));
                    Optional.ofNullable(written.value())
                            .ifPresent(value -> all.append(new String(value, StandardCharsets.ISO_8859_1)));
                    written.headers()
                            .forEach(header -> all.append(new String(header.value(), StandardCharsets.ISO_8859_1)));
                });
            }
        }
        return all.toString();
    }

    private static void requireNoSecret(Path logs, String ledger) throws IOException {
        NotifierPlatforms.CANARIES.forEach(
                canary -> assertThat(ledger).as("topics and metrics").doesNotContain(canary));
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.toList()) {
                String log = Files.readString(file);
                NotifierPlatforms.CANARIES.forEach(
                        canary -> assertThat(log).as(file.toString()).doesNotContain(canary));
            }
        }
    }
}
