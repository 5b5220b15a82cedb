package io.soakstream.deploy.offline;

import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.domain.Decision;
import io.soakstream.tuner.topology.TunerTopology;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The tuner's own topology in this process, without a broker. Its wall clock never moves. */
public final class OfflineTuner implements AutoCloseable {
    private final TopologyTestDriver tuner;
    private final TestInputTopic<String, SoakEvent> events;
    private final TestInputTopic<String, byte[]> bytes;
    private final TestOutputTopic<String, byte[]> decisions;
    private final TestOutputTopic<String, byte[]> deadLetters;

    /**
     * @param directory for the driver's locks
     * @param observer is shown every decision with all that led to it
     */
    public OfflineTuner(
            TunerConfig config, Topics topics, AvroSerdes serdes, Path directory, Consumer<Decision> observer) {
        Topology topology = TunerTopology.build(config, topics, serdes, StoreKind.MEMORY, observer);
        this.tuner = OfflineDriver.of("tuner", topology, directory, topics);
        this.events = tuner.createInputTopic(
                topics.events().name(),
                new StringSerializer(),
                serdes.of(SoakEvent.class).serializer());
        this.bytes = tuner.createInputTopic(topics.events().name(), new StringSerializer(), new ByteArraySerializer());
        this.decisions = tuner.createOutputTopic(
                topics.decisions().name(), new StringDeserializer(), new ByteArrayDeserializer());
        this.deadLetters = tuner.createOutputTopic(
                topics.deadLetters().name(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * The decisions about some events of a run, in order.
     *
     * @param refusals takes what was refused, in words
     */
    public List<KeyValue<String, byte[]>> decide(List<SoakEvent> batch, List<String> refusals) {
        for (SoakEvent event : batch) {
            events.pipeInput(event.getBot() + ":" + event.getRun(), event, Instant.EPOCH);
            deadLetters.readRecordsToList().forEach(letter -> refusals.add(refusal(event, letter)));
        }
        return decisions.readKeyValuesToList();
    }

    /**
     * Takes what may be no event at all.
     *
     * @param refusals takes why it was refused, in words
     */
    void take(String key, byte[] value, List<String> refusals) {
        bytes.pipeInput(key, value, Instant.EPOCH);
        deadLetters.readRecordsToList().forEach(letter -> refusals.add("bytes: " + OfflineDriver.reason(letter)));
    }

    private static String refusal(SoakEvent event, TestRecord<String, byte[]> letter) {
        String subject = event.getIterationSummary() == null
                ? "event"
                : "iteration " + event.getIterationSummary().getIteration();
        return subject + ": " + OfflineDriver.reason(letter);
    }

    @Override
    public void close() {
        tuner.close();
    }
}
