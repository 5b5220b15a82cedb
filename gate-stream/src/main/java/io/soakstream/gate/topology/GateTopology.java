package io.soakstream.gate.topology;

import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.domain.RunJudge;
import io.soakstream.gate.processor.ApplyDecisionsProcessor;
import io.soakstream.gate.processor.JudgeIterationsProcessor;
import io.soakstream.gate.state.GateStores;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/** Decisions in; overrides, applications and one verdict per iteration and policy out. The body of {@link #build} is the picture. */
public final class GateTopology {
    private static final String READ_DECISIONS = "read-decisions";
    private static final String APPLY_DECISIONS = "apply-decisions";
    private static final String JUDGE_ITERATIONS = "judge-iterations";
    private static final String WRITE_OVERRIDES = "write-overrides";
    private static final String WRITE_APPLICATIONS = "write-applications";
    private static final String WRITE_VERDICTS = "write-verdicts";

    private final GateConfig config;
    private final Topics topics;
    private final AvroSerdes serdes;
    private final StoreKind stores;

    private GateTopology(GateConfig config, Topics topics, AvroSerdes serdes, StoreKind stores) {
        this.config = config;
        this.topics = topics;
        this.serdes = serdes;
        this.stores = stores;
    }

    public static Topology build(GateConfig config, Topics topics, AvroSerdes serdes, StoreKind stores) {
        return new GateTopology(config, topics, serdes, stores).build();
    }

    private Topology build() {
        Topology topology = new Topology();
        readDecisions(topology);
        applyDecisions(topology);
        writeOverrides(topology);
        writeApplications(topology);
        judgeIterations(topology);
        writeVerdicts(topology);
        return topology;
    }

    private void readDecisions(Topology topology) {
        topology.addSource(
                READ_DECISIONS,
                new StringDeserializer(),
                serdes.of(TuningDecision.class).deserializer(),
                topics.decisions().name());
    }

    private void applyDecisions(Topology topology) {
        topology.addProcessor(
                APPLY_DECISIONS,
                ApplyDecisionsProcessor.supplier(
                        new ApplyDecisionsProcessor.Next(JUDGE_ITERATIONS, WRITE_OVERRIDES, WRITE_APPLICATIONS),
                        GateStores.runtimeOverrides(stores)),
                READ_DECISIONS);
    }

    private void writeOverrides(Topology topology) {
        topology.addSink(
                WRITE_OVERRIDES,
                topics.overrides().name(),
                new StringSerializer(),
                serdes.of(RuntimeOverrides.class).serializer(),
                APPLY_DECISIONS);
    }

    private void writeApplications(Topology topology) {
        topology.addSink(
                WRITE_APPLICATIONS,
                topics.applications().name(),
                new StringSerializer(),
                serdes.of(DeltaApplication.class).serializer(),
                APPLY_DECISIONS);
    }

    private void judgeIterations(Topology topology) {
        topology.addProcessor(
                JUDGE_ITERATIONS,
                JudgeIterationsProcessor.supplier(new RunJudge(config.policies()), stores),
                APPLY_DECISIONS);
    }

    private void writeVerdicts(Topology topology) {
        topology.addSink(
                WRITE_VERDICTS,
                topics.verdicts().name(),
                new StringSerializer(),
                serdes.of(Verdict.class).serializer(),
                JUDGE_ITERATIONS);
    }
}
