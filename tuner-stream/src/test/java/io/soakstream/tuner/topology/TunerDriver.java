package io.soakstream.tuner.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.DriverProperties;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The tuner's topology without a broker. What is read is read once. */
final class TunerDriver implements AutoCloseable {
    private final Topics topics = Topics.standard();
    private final AvroSerdes serdes = new AvroSerdes(new InMemorySchemaRegistry());
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> events;
    private final TestOutputTopic<String, byte[]> decisions;
    private final TestOutputTopic<String, SoakEvent> written;
    private final TestOutputTopic<String, byte[]> deadLetters;

    TunerDriver(TunerConfig config, Path stateDirectory) {
        driver = new TopologyTestDriver(
                TunerTopology.build(config, topics, serdes, StoreKind.MEMORY),
                DriverProperties.of("tuner", stateDirectory, topics));
        events = driver.createInputTopic(topics.events().name(), new StringSerializer(), new ByteArraySerializer());
        decisions = driver.createOutputTopic(
                topics.decisions().name(), new StringDeserializer(), new ByteArrayDeserializer());
        written = driver.createOutputTopic(
                topics.events().name(),
                new StringDeserializer(),
                serdes.of(SoakEvent.class).deserializer());
        deadLetters = driver.createOutputTopic(
                topics.deadLetters().name(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    void send(SoakEvent event) {
        events.pipeInput(
                event.getBot() + ":" + event.getRun(),
                serdes.of(SoakEvent.class)
                        .serializer()
                        .serialize(topics.events().name(), event));
    }

    /** Nothing comes for so long. */
    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    List<TuningDecision> decisions() {
        return decisions.readValuesToList().stream()
                .map(bytes -> serdes.of(TuningDecision.class)
                        .deserializer()
                        .deserialize(topics.decisions().name(), bytes))
                .toList();
    }

    /** What a store holds of a run. */
    <V> Optional<V> stored(String store, String runKey) {
        return Optional.ofNullable(driver.<String, V>getKeyValueStore(store).get(runKey));
    }

    /** Of one run, byte for byte. */
    List<byte[]> decisionBytes(String runKey) {
        return decisions.readRecordsToList().stream()
                .filter(record -> record.key().equals(runKey))
                .map(TestRecord::value)
                .toList();
    }

    /** Events that the tuner itself has written; it has read them too. */
    List<SoakEvent> written() {
        return written.readValuesToList();
    }

    List<String> deadLetterCodes() {
        return deadLetters.readRecordsToList().stream()
                .map(letter -> new String(
                        letter.headers().lastHeader("soak.error.code").value(), UTF_8))
                .toList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
