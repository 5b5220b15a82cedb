package io.soakstream.deploy.offline;

import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.topology.GateTopology;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topic;
import io.soakstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** The gate's own topology in this process, without a broker. Its wall clock never moves. */
final class OfflineJudge implements AutoCloseable {
    private final AvroSerdes serdes;
    private final TopologyTestDriver gate;
    private final TestInputTopic<String, byte[]> decisions;
    private final TestOutputTopic<String, Verdict> verdicts;
    private final TestOutputTopic<String, RuntimeOverrides> overrides;
    private final TestOutputTopic<String, DeltaApplication> applications;
    private final TestOutputTopic<String, byte[]> deadLetters;

    /** @param directory for the driver's locks */
    OfflineJudge(GateConfig config, Topics topics, AvroSerdes serdes, Path directory) {
        this.serdes = serdes;
        this.gate = OfflineDriver.of(
                "gate", GateTopology.build(config, topics, serdes, StoreKind.MEMORY), directory, topics);
        this.decisions =
                gate.createInputTopic(topics.decisions().name(), new StringSerializer(), new ByteArraySerializer());
        this.verdicts = output(topics.verdicts(), Verdict.class);
        this.overrides = output(topics.overrides(), RuntimeOverrides.class);
        this.applications = output(topics.applications(), DeltaApplication.class);
        this.deadLetters = gate.createOutputTopic(
                topics.deadLetters().name(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private <T extends SpecificRecord> TestOutputTopic<String, T> output(Topic topic, Class<T> type) {
        return gate.createOutputTopic(
                topic.name(), new StringDeserializer(), serdes.of(type).deserializer());
    }

    /** The verdicts about some decisions of a run, in order. */
    List<Verdict> judge(List<KeyValue<String, byte[]>> batch) {
        batch.forEach(decision -> decisions.pipeInput(decision.key, decision.value, Instant.EPOCH));
        return verdicts.readValuesToList();
    }

    /** What the bot has been told since the last call; a tombstone is none. */
    List<RuntimeOverrides> overrides() {
        return overrides.readValuesToList().stream().filter(Objects::nonNull).toList();
    }

    /** What became of decisions since the last call. */
    List<DeltaApplication> applications() {
        return applications.readValuesToList();
    }

    /** What could not be judged since the last call, in words. */
    List<String> refusals() {
        return deadLetters.readRecordsToList().stream()
                .map(letter -> "decision: " + OfflineDriver.reason(letter))
                .toList();
    }

    @Override
    public void close() {
        gate.close();
    }
}
