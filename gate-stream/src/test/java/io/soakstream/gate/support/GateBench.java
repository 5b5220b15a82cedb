package io.soakstream.gate.support;

import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.topology.GateTopology;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.DriverProperties;
import io.soakstream.schemas.topic.Topic;
import io.soakstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;

/** The gate without a broker. */
public final class GateBench implements AutoCloseable {
    private final Topics topics = Topics.standard();
    private final AvroSerdes serdes;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, TuningDecision> decisions;
    private final TestOutputTopic<String, Verdict> verdicts;
    private final TestOutputTopic<String, RuntimeOverrides> overrides;
    private final TestOutputTopic<String, DeltaApplication> applications;

    public GateBench(Path stateDirectory) {
        this(stateDirectory, GateConfig.defaults());
    }

    public GateBench(Path stateDirectory, GateConfig config) {
        this(stateDirectory, config, new AvroSerdes(new InMemorySchemaRegistry()));
    }

    private GateBench(Path stateDirectory, GateConfig config, AvroSerdes serdes) {
        this(stateDirectory, serdes, GateTopology.build(config, Topics.standard(), serdes, StoreKind.MEMORY));
    }

    /** @param topology with the topics and serdes of the gate */
    public GateBench(Path stateDirectory, AvroSerdes serdes, Topology topology) {
        this.serdes = serdes;
        this.driver = new TopologyTestDriver(topology, DriverProperties.of("gate", stateDirectory, topics));
        this.decisions = driver.createInputTopic(
                topics.decisions().name(),
                new StringSerializer(),
                serdes.of(TuningDecision.class).serializer());
        this.verdicts = output(topics.verdicts(), Verdict.class);
        this.overrides = output(topics.overrides(), RuntimeOverrides.class);
        this.applications = output(topics.applications(), DeltaApplication.class);
    }

    private <T extends SpecificRecord> TestOutputTopic<String, T> output(Topic<T> topic, Class<T> type) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), serdes.of(type).deserializer());
    }

    public void decide(TuningDecision decision) {
        decisions.pipeInput(decision.getBot() + ":" + decision.getRun(), decision);
    }

    /** The verdicts since the last call; the same below. */
    public List<Verdict> verdicts() {
        return verdicts.readValuesToList();
    }

    public List<RuntimeOverrides> overrides() {
        return overrides.readValuesToList();
    }

    public List<DeltaApplication> applications() {
        return applications.readValuesToList();
    }

    public <V> KeyValueStore<String, V> store(String name) {
        return driver.getKeyValueStore(name);
    }

    /** Total of one of the gate's own sensors. */
    public double total(String sensor) {
        return driver.metrics().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(sensor + "-total"))
                .mapToDouble(entry -> (Double) entry.getValue().metricValue())
                .sum();
    }

    @Override
    public void close() {
        driver.close();
    }
}
