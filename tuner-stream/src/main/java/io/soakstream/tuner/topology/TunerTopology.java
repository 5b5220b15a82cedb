package io.soakstream.tuner.topology;

import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.domain.AdmissionPolicy;
import io.soakstream.tuner.domain.RunAdvance;
import io.soakstream.tuner.mapping.DecisionMapper;
import io.soakstream.tuner.mapping.EventChecks;
import io.soakstream.tuner.processor.AdvanceRunsProcessor;
import io.soakstream.tuner.processor.CheckEventsProcessor;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/** Events in, one decision per accepted event out. The body of {@link #build} is the picture. */
public final class TunerTopology {
    private static final String READ_EVENTS = "read-events";
    private static final String CHECK_EVENTS = "check-events";
    private static final String ADVANCE_RUNS = "advance-runs";
    private static final String WRITE_DECISIONS = "write-decisions";
    private static final String WRITE_DEAD_LETTERS = "write-dead-letters";

    private final TunerConfig config;
    private final Topics topics;
    private final AvroSerdes serdes;
    private final StoreKind stores;
    private final ParameterCatalogue catalogue = ParameterCatalogue.standard();

    private TunerTopology(TunerConfig config, Topics topics, AvroSerdes serdes, StoreKind stores) {
        this.config = config;
        this.topics = topics;
        this.serdes = serdes;
        this.stores = stores;
    }

    public static Topology build(TunerConfig config, Topics topics, AvroSerdes serdes, StoreKind stores) {
        return new TunerTopology(config, topics, serdes, stores).build();
    }

    private Topology build() {
        Topology topology = new Topology();
        readEvents(topology);
        checkEvents(topology);
        advanceRuns(topology);
        writeDecisions(topology);
        writeDeadLetters(topology);
        return topology;
    }

    private void readEvents(Topology topology) {
        topology.addSource(
                READ_EVENTS,
                new StringDeserializer(),
                serdes.received(SoakEvent.class).deserializer(),
                topics.events().name());
    }

    private void checkEvents(Topology topology) {
        topology.addProcessor(
                CHECK_EVENTS,
                CheckEventsProcessor.supplier(new EventChecks(catalogue), ADVANCE_RUNS, WRITE_DEAD_LETTERS),
                READ_EVENTS);
    }

    private void advanceRuns(Topology topology) {
        AdmissionPolicy admission = new AdmissionPolicy(config.admission(), catalogue, config.digest());
        RunAdvance rules = new RunAdvance(
                admission, catalogue, config.windowLength(), config.admission().rememberedIterations());
        topology.addProcessor(
                ADVANCE_RUNS,
                AdvanceRunsProcessor.supplier(
                        rules,
                        catalogue,
                        new DecisionMapper(config.digest()),
                        stores,
                        WRITE_DECISIONS,
                        WRITE_DEAD_LETTERS),
                CHECK_EVENTS);
    }

    private void writeDecisions(Topology topology) {
        topology.addSink(
                WRITE_DECISIONS,
                topics.decisions().name(),
                new StringSerializer(),
                serdes.of(TuningDecision.class).serializer(),
                ADVANCE_RUNS);
    }

    private void writeDeadLetters(Topology topology) {
        topology.addSink(
                WRITE_DEAD_LETTERS,
                topics.deadLetters().name(),
                new StringSerializer(),
                new ByteArraySerializer(),
                CHECK_EVENTS,
                ADVANCE_RUNS);
    }
}
