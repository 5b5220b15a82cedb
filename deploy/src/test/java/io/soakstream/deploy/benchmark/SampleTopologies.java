package io.soakstream.deploy.benchmark;

import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.DriverProperties;
import io.soakstream.schemas.topic.Topic;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** Both topologies without a broker, record by record. */
final class SampleTopologies implements AutoCloseable {
    private final Topics topics = Topics.standard();
    private final AvroSerdes serdes = new AvroSerdes(new InMemorySchemaRegistry());
    private final TopologyTestDriver tuner;
    private final TopologyTestDriver gate;
    private final TestInputTopic<String, SoakEvent> events;
    private final TestOutputTopic<String, TuningDecision> decided;
    private final TestInputTopic<String, TuningDecision> decisions;
    private final TestOutputTopic<String, Verdict> verdicts;

    SampleTopologies(Path directory) {
        tuner = driver(App.TUNER, directory);
        gate = driver(App.GATE, directory);
        events = input(tuner, topics.events());
        decided = output(tuner, topics.decisions());
        decisions = input(gate, topics.decisions());
        verdicts = output(gate, topics.verdicts());
    }

    TuningDecision decide(String key, SoakEvent event) {
        events.pipeInput(key, event);
        return decided.readValue();
    }

    Verdict judge(String key, TuningDecision decision) {
        decisions.pipeInput(key, decision);
        return verdicts.readValue();
    }

    /** What the stores hold of a run, by their names. */
    Map<String, byte[]> states(String key) {
        Map<String, byte[]> states = new TreeMap<>();
        App.TUNER.stores().forEach(store -> states.put(store, bytes(tuner, store, key)));
        App.GATE.stores().forEach(store -> states.put(store, bytes(gate, store, key)));
        return states;
    }

    private static byte[] bytes(TopologyTestDriver driver, String store, String key) {
        SpecificRecord state =
                driver.<String, SpecificRecord>getKeyValueStore(store).get(key);
        try {
            ByteBuffer encoded =
                    new BinaryMessageEncoder<SpecificRecord>(SpecificData.get(), state.getSchema()).encode(state);
            return Arrays.copyOfRange(encoded.array(), encoded.position(), encoded.limit());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private TopologyTestDriver driver(App app, Path directory) {
        return new TopologyTestDriver(
                app.topology(topics, serdes, StoreKind.MEMORY), DriverProperties.of(app.label(), directory, topics));
    }

    private <T extends SpecificRecord> TestInputTopic<String, T> input(TopologyTestDriver driver, Topic<T> topic) {
        return driver.createInputTopic(
                topic.name(),
                new StringSerializer(),
                serdes.of(topic.valueType()).serializer());
    }

    private <T extends SpecificRecord> TestOutputTopic<String, T> output(TopologyTestDriver driver, Topic<T> topic) {
        return driver.createOutputTopic(
                topic.name(),
                new StringDeserializer(),
                serdes.of(topic.valueType()).deserializer());
    }

    @Override
    public void close() {
        tuner.close();
        gate.close();
    }
}
