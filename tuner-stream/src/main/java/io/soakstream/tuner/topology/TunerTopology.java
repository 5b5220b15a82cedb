package io.soakstream.tuner.topology;

import io.soakstream.schemas.command.CommandVerifier;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.domain.Decision;
import io.soakstream.tuner.domain.DeltaGuarding;
import io.soakstream.tuner.domain.DeltaProposing;
import io.soakstream.tuner.domain.OutcomeDeciding;
import io.soakstream.tuner.domain.RunAdmission;
import io.soakstream.tuner.domain.TuningLimits;
import io.soakstream.tuner.mapping.DecisionMapper;
import io.soakstream.tuner.mapping.EventChecks;
import io.soakstream.tuner.mapping.EventMapper;
import io.soakstream.tuner.processor.AdmitEventsProcessor;
import io.soakstream.tuner.processor.CheckEventsProcessor;
import io.soakstream.tuner.processor.DecideOutcomesProcessor;
import io.soakstream.tuner.processor.GuardDeltasProcessor;
import io.soakstream.tuner.processor.ProposeDeltasProcessor;
import io.soakstream.tuner.processor.WatchSilenceProcessor;
import io.soakstream.tuner.state.RunStateMapper;
import io.soakstream.tuner.state.TunerStores;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/** Events in, one decision per accepted event out. The body of {@link #build} is the picture. */
public final class TunerTopology {
    private static final String READ_EVENTS = "read-events";
    private static final String CHECK_EVENTS = "check-events";
    private static final String ADMIT_EVENTS = "admit-events";
    private static final String PROPOSE_DELTAS = "propose-deltas";
    private static final String GUARD_DELTAS = "guard-deltas";
    private static final String DECIDE_OUTCOMES = "decide-outcomes";
    private static final String WATCH_SILENCE = "watch-silence";
    private static final String WRITE_DECISIONS = "write-decisions";
    private static final String WRITE_TICKS = "write-ticks";
    private static final String WRITE_DEAD_LETTERS = "write-dead-letters";

    private final TunerConfig config;
    private final TuningLimits limits;
    private final Topics topics;
    private final AvroSerdes serdes;
    private final StoreKind stores;
    private final Consumer<Decision> observer;
    private final ParameterCatalogue catalogue = ParameterCatalogue.standard();

    private TunerTopology(
            TunerConfig config, Topics topics, AvroSerdes serdes, StoreKind stores, Consumer<Decision> observer) {
        this.config = config;
        this.limits = config.limits();
        this.topics = topics;
        this.serdes = serdes;
        this.stores = stores;
        this.observer = observer;
    }

    public static Topology build(TunerConfig config, Topics topics, AvroSerdes serdes, StoreKind stores) {
        return build(config, topics, serdes, stores, decision -> {});
    }

    /** @param observer is shown every decision with all that led to it, on the thread that made it */
    public static Topology build(
            TunerConfig config, Topics topics, AvroSerdes serdes, StoreKind stores, Consumer<Decision> observer) {
        return new TunerTopology(config, topics, serdes, stores, observer).build();
    }

    private Topology build() {
        Topology topology = new Topology();
        readEvents(topology);
        checkEvents(topology);
        admitEvents(topology);
        proposeDeltas(topology);
        guardDeltas(topology);
        decideOutcomes(topology);
        writeDecisions(topology);
        watchSilence(topology);
        writeTicks(topology);
        writeDeadLetters(topology);
        keepStores(topology);
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
                CheckEventsProcessor.supplier(new EventChecks(catalogue), ADMIT_EVENTS, WRITE_DEAD_LETTERS),
                READ_EVENTS);
    }

    private void admitEvents(Topology topology) {
        RunAdmission rules = new RunAdmission(limits, catalogue);
        EventMapper events =
                new EventMapper(new CommandVerifier(config.control().publicKeys()));
        topology.addProcessor(
                ADMIT_EVENTS,
                () -> new AdmitEventsProcessor(
                        rules, new RunStateMapper(catalogue), events, PROPOSE_DELTAS, WRITE_DEAD_LETTERS),
                CHECK_EVENTS);
    }

    private void proposeDeltas(Topology topology) {
        DeltaProposing rules = new DeltaProposing(limits.rules(), catalogue);
        topology.addProcessor(PROPOSE_DELTAS, () -> new ProposeDeltasProcessor(rules), ADMIT_EVENTS);
    }

    private void guardDeltas(Topology topology) {
        DeltaGuarding rules = new DeltaGuarding(limits.guards(), catalogue);
        topology.addProcessor(GUARD_DELTAS, () -> new GuardDeltasProcessor(rules), PROPOSE_DELTAS);
    }

    private void decideOutcomes(Topology topology) {
        OutcomeDeciding rules = new OutcomeDeciding(limits, catalogue);
        DecisionMapper decisions = new DecisionMapper(limits.digest());
        topology.addProcessor(
                DECIDE_OUTCOMES,
                () -> new DecideOutcomesProcessor(rules, new RunStateMapper(catalogue), decisions, observer),
                GUARD_DELTAS);
    }

    private void writeDecisions(Topology topology) {
        topology.addSink(
                WRITE_DECISIONS,
                topics.decisions().name(),
                new StringSerializer(),
                serdes.of(TuningDecision.class).serializer(),
                DECIDE_OUTCOMES);
    }

    /** After the stores have been written: what it has to know of a run is there. */
    private void watchSilence(Topology topology) {
        topology.addProcessor(
                WATCH_SILENCE,
                () -> new WatchSilenceProcessor(limits.silence(), new RunStateMapper(catalogue)),
                DECIDE_OUTCOMES);
    }

    private void writeTicks(Topology topology) {
        topology.addSink(
                WRITE_TICKS,
                topics.events().name(),
                new StringSerializer(),
                serdes.of(SoakEvent.class).serializer(),
                WATCH_SILENCE);
    }

    private void writeDeadLetters(Topology topology) {
        topology.addSink(
                WRITE_DEAD_LETTERS,
                topics.deadLetters().name(),
                new StringSerializer(),
                new ByteArraySerializer(),
                CHECK_EVENTS,
                ADMIT_EVENTS);
    }

    private void keepStores(Topology topology) {
        topology.addStateStore(TunerStores.runState(stores), ADMIT_EVENTS, DECIDE_OUTCOMES, WATCH_SILENCE);
        topology.addStateStore(TunerStores.guardDebounce(stores), GUARD_DELTAS, DECIDE_OUTCOMES);
    }
}
