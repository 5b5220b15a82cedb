package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.access.SecuredCluster;
import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.HttpSchemaRegistry;
import io.soakstream.schemas.registry.RegistryConfig;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.Events;
import io.soakstream.schemas.topic.AccessRule.Need;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an app is asked for at its start it needs for its work: started without that question and without one right, it
 * ends as soon as it comes to it.
 */
@Tag("proof")
class NeededRightsProofIT {
    private static final List<String> APPS = List.of("tuner", "gate", "notifier");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long PERIOD_MS = 500;
    private static final AtomicInteger RUNS = new AtomicInteger();

    @TempDir
    private static Path directory;

    private static AccessTrial trial;

    @BeforeAll
    static void leaveState() throws Exception {
        trial = new AccessTrial(directory);
        try (SecuredLine line = new SecuredLine(AccessTrial.USED, directory.resolve("state"))) {
            line.tuner(TunerConfig.defaults());
            line.gate();
            line.notifier();
            work(AccessTrial.USED);
            await().atMost(PATIENCE).until(() -> !line.told().isEmpty());
        }
    }

    /** A message that no platform takes is needed for the notifier's dead letters, and there is no platform here. */
    static Stream<AccessTrial.Right> needed() {
        return AccessTrial.all()
                .filter(right -> APPS.contains(right.app()))
                .filter(right -> right.rule().need() == Need.WORK)
                .filter(right ->
                        !right.app().equals("notifier") || !right.rule().name().endsWith("dead-letters.v1"));
    }

    @ParameterizedTest
    @MethodSource("needed")
    void shouldEndWhenItComesToWhatItMayNotDo(AccessTrial.Right right) {
        // Given
        Topics topics = AccessTrial.topics(right);
        boolean alone = right.rule().operation() == AclOperation.CREATE;

        // When
        int exitCode = trial.without(right, flags -> runUntilItEnds(right, topics, alone));

        // Then
        assertThat(exitCode).isEqualTo(ExitCode.UNAVAILABLE);
    }

    @AfterEach
    void dropWhatWasMade() {
        trial.dropChangelogs();
    }

    /** @param alone without the other apps, which would make what is theirs */
    private static int runUntilItEnds(AccessTrial.Right right, Topics topics, boolean alone) {
        try (SecuredLine line = new SecuredLine(topics, directory.resolve("run" + RUNS.get()), right)) {
            Apps tried = null;
            for (String app : alone ? List.of(right.app()) : APPS) {
                Apps apps = line.start(app);
                tried = app.equals(right.app()) ? apps : tried;
            }
            CompletableFuture<Integer> end = CompletableFuture.supplyAsync(tried::awaitEnd);
            work(topics);
            return end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(right.toString(), failed);
        }
    }

    /** A live run that moves a parameter, with bytes that are no event and bytes that are no decision, and then silence. */
    private static void work(Topics topics) throws IOException {
        String run = "run" + RUNS.incrementAndGet();
        Map<String, Object> client =
                Map.of("bootstrap.servers", SecuredCluster.get().broker().administrators());
        try (HttpSchemaRegistry registry = new HttpSchemaRegistry(
                        RegistryConfig.of(URI.create(SharedCluster.get().registryUrl())));
                Producer<byte[], byte[]> producer = new KafkaProducer<>(
                        EventPublisher.producerProperties(client),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            byte[] garbage = {0, 1, 2};
            producer.send(new ProducerRecord<>(topics.events().name(), garbage, garbage));
            producer.send(new ProducerRecord<>(topics.decisions().name(), garbage, garbage));
            new EventPublisher(producer, new AvroSerdes(registry), topics.events()).publish(events(run));
        }
    }

    private static List<SoakEvent> events(String run) {
        Instant now = Events.START;
        SoakEvent started = Events.event(now)
                .setRun(run)
                .setRunStarted(RunStarted.newBuilder().setPeriodMs(PERIOD_MS).build())
                .build();
        SoakEvent iteration = Events.event(now.plusMillis(PERIOD_MS))
                .setRun(run)
                .setIterationSummary(Events.healthy(1).setRiskRatio(0.8).build())
                .build();
        return List.of(started, iteration);
    }
}
