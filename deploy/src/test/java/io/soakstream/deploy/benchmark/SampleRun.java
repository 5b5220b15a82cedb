package io.soakstream.deploy.benchmark;

import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.state.GateRunState;
import io.soakstream.gate.state.GateStores;
import io.soakstream.gate.topology.GateTopology;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.serde.SingleObjectSerde;
import io.soakstream.schemas.support.DriverProperties;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.state.TunerRunState;
import io.soakstream.tuner.state.TunerStores;
import io.soakstream.tuner.topology.TunerTopology;
import java.nio.file.Path;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/**
 * What the topologies have written and kept after so many iterations of one run. States hold no name of a run, so they
 * can stand under any key.
 *
 * @param iterations of the run (count)
 * @param decision the last one
 * @param verdict the last one
 * @param tunerState bytes of the tuner's store
 * @param gateState bytes of the gate's store
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
record SampleRun(int iterations, TuningDecision decision, Verdict verdict, byte[] tunerState, byte[] gateState) {

    static SampleRun of(int iterations, Path directory) {
        EventLoad load = new EventLoad("sample", 1, 1, iterations);
        Topics topics = Topics.standard();
        AvroSerdes serdes = new AvroSerdes(new InMemorySchemaRegistry());
        try (TopologyTestDriver tuner = driver(
                        "tuner",
                        directory,
                        TunerTopology.build(TunerConfig.defaults(), topics, serdes, StoreKind.MEMORY));
                TopologyTestDriver gate = driver(
                        "gate",
                        directory,
                        GateTopology.build(GateConfig.defaults(), topics, serdes, StoreKind.MEMORY))) {
            TestInputTopic<String, SoakEvent> events = tuner.createInputTopic(
                    topics.events().name(),
                    new StringSerializer(),
                    serdes.of(SoakEvent.class).serializer());
            TestOutputTopic<String, TuningDecision> decided = tuner.createOutputTopic(
                    topics.decisions().name(),
                    new StringDeserializer(),
                    serdes.of(TuningDecision.class).deserializer());
            TestInputTopic<String, TuningDecision> decisions = gate.createInputTopic(
                    topics.decisions().name(),
                    new StringSerializer(),
                    serdes.of(TuningDecision.class).serializer());
            TestOutputTopic<String, Verdict> verdicts = gate.createOutputTopic(
                    topics.verdicts().name(),
                    new StringDeserializer(),
                    serdes.of(Verdict.class).deserializer());
            TuningDecision decision = null;
            Verdict verdict = null;
            for (long n = 0; n < load.records(); n++) {
                events.pipeInput(load.key(n), load.event(n));
                decision = decided.readValue();
                decisions.pipeInput(load.key(n), decision);
                verdict = verdicts.readValue();
            }
            return new SampleRun(
                    iterations, decision, verdict, tunerState(tuner, load.key(0)), gateState(gate, load.key(0)));
        }
    }

    private static TopologyTestDriver driver(String id, Path directory, Topology topology) {
        return new TopologyTestDriver(topology, DriverProperties.of(id, directory, Topics.standard()));
    }

    private static byte[] tunerState(TopologyTestDriver driver, String key) {
        TunerRunState state = driver.<String, TunerRunState>getKeyValueStore(TunerStores.RUN_STATE)
                .get(key);
        return SingleObjectSerde.of(TunerRunState.class, TunerRunState.getDecoder())
                .serializer()
                .serialize(TunerStores.RUN_STATE, state);
    }

    private static byte[] gateState(TopologyTestDriver driver, String key) {
        GateRunState state = driver.<String, GateRunState>getKeyValueStore(GateStores.RUN_RECORD)
                .get(key);
        return SingleObjectSerde.of(GateRunState.class, GateRunState.getDecoder())
                .serializer()
                .serialize(GateStores.RUN_RECORD, state);
    }
}
