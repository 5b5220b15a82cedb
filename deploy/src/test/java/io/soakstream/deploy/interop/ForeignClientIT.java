package io.soakstream.deploy.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.fixture.Line;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.Events;
import io.soakstream.schemas.topic.SubjectProvisioner;
import io.soakstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that a foreign client writes is judged, and the same client reads the verdicts that we read. */
class ForeignClientIT {
    private static final int ITERATIONS = 8;
    private static final KeyPlacement PLACEMENT =
            new KeyPlacement(Topics.standard().events().partitions());

    @TempDir
    static Path directory;

    private static Line pipeline;

    static List<ForeignClient> clients() {
        return List.of(new OfficialClient(), new JavaScriptClient(), new KcatClient(directory));
    }

    @BeforeAll
    static void start() {
        pipeline = Line.on(new Topics("foreign."));
        new SubjectProvisioner(pipeline.registry()).apply(pipeline.topics());
        StateStorage storage = StateStorage.inMemory(directory.resolve("state"));
        pipeline.startTuner(storage.of("tuner"));
        pipeline.startGate(storage.of("gate"));
        pipeline.awaitRunning();
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void shouldBeJudgedAndReadTheCommittedVerdicts(ForeignClient client) throws Exception {
        client.assumeThere(ForeignClientIT.class);
        // Given
        String run = client.getClass().getSimpleName();
        String key = key(run);
        String topic = pipeline.topics().verdicts().name();
        AbortedRecord.write(pipeline.clientProperties(), topic, key, verdictThatNeverWas(topic, run));

        // When
        client.publish(pipeline, key, events(run));
        List<Verdict> ours = pipeline.verdicts(run, ITERATIONS);
        List<String> theirs = client.verdicts(pipeline, key, ITERATIONS);

        // Then
        assertThat(ours)
                .hasSize(ITERATIONS)
                .last()
                .extracting(Verdict::getVerdict)
                .isEqualTo(VerdictLevel.PASS);
        assertThat(theirs)
                .containsExactlyElementsOf(ours.stream().map(Canonical::of).toList());
        assertThat(TopicLog.all(pipeline.clientProperties(), topic, key, ITERATIONS + 1, new ByteArrayDeserializer()))
                .as("the aborted one is on the log too")
                .hasSize(ITERATIONS + 1);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void shouldWriteWhatOursWritesWhereOursWritesIt(ForeignClient client) throws Exception {
        client.assumeThere(ForeignClientIT.class);
        // Given
        String run = runThatPartitionersDisagreeOn("bytes-" + client.getClass().getSimpleName());
        String key = key(run);
        String topic = pipeline.topics().events().name();
        Serializer<SoakEvent> ours =
                new AvroSerdes(pipeline.registry()).of(SoakEvent.class).serializer();

        // When
        client.publish(pipeline, key, events(run));

        // Then
        List<ConsumerRecord<String, byte[]>> written = TopicLog.committed(
                pipeline.clientProperties(), topic, key, ITERATIONS + 1, new ByteArrayDeserializer());
        assertThat(written)
                .extracting(ConsumerRecord::value)
                .containsExactlyElementsOf(events(run).stream()
                        .map(event -> ours.serialize(topic, event))
                        .toList());
        assertThat(written).extracting(ConsumerRecord::partition).containsOnly(PLACEMENT.byJavaClient(key));
    }

    private static byte[] verdictThatNeverWas(String topic, String run) {
        Verdict verdict = Verdict.newBuilder().setBot(Events.BOT).setRun(run).build();
        return new AvroSerdes(pipeline.registry())
                .of(Verdict.class)
                .serializer()
                .serialize(topic, verdict);
    }

    private static List<SoakEvent> events(String run) {
        SoakEvent started = Events.event(Events.START)
                .setRunStarted(
                        RunStarted.newBuilder().setMode(RunMode.SIMULATED).build())
                .build();
        Stream<SoakEvent> iterations = IntStream.rangeClosed(1, ITERATIONS).mapToObj(Events::iteration);
        return Stream.concat(Stream.of(started), iterations)
                .map(event -> SoakEvent.newBuilder(event).setRun(run).build())
                .toList();
    }

    /** One that librdkafka, left to itself, would put on another partition than Kafka's Java client. */
    private static String runThatPartitionersDisagreeOn(String prefix) {
        return IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> prefix + number)
                .filter(run -> PLACEMENT.byJavaClient(key(run)) != PLACEMENT.byLibrdkafka(key(run)))
                .findFirst()
                .orElseThrow();
    }

    private static String key(String run) {
        return Events.BOT + ":" + run;
    }
}
