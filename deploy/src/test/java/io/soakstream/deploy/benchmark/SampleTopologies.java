package io.soakstream.deploy.benchmark;

import io.soakstream.gate.state.GateRunState;
import io.soakstream.gate.state.GateStores;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.serde.SingleObjectSerde;
import io.soakstream.schemas.support.DriverProperties;
import io.soakstream.schemas.topic.Topic;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.state.TunerRunState;
import io.soakstream.tuner.state.TunerStores;
import java.nio.file.Path;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
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

    byte[] tunerState(String key) {
        TunerRunState state = tuner.<String, TunerRunState>getKeyValueStore(TunerStores.RUN_STATE)
                .get(key);
        return bytes(SingleObjectSerde.of(TunerRunState.class, TunerRunState.getDecoder()), state);
    }

    byte[] gateState(String key) {
        GateRunState state = gate.<String, GateRunState>getKeyValueStore(GateStores.RUN_RECORD)
                .get(key);
        return bytes(SingleObjectSerde.of(GateRunState.class, GateRunState.getDecoder()), state);
    }

    private static <T> byte[] bytes(Serde<T> serde, T state) {
        return serde.serializer().serialize("state", state);
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
