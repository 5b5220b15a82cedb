package io.soakstream.deploy.benchmark;

import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.state.GateStores;
import io.soakstream.gate.topology.GateTopology;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topic;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.state.TunerStores;
import io.soakstream.tuner.topology.TunerTopology;
import java.util.Locale;
import org.apache.kafka.streams.Topology;

/** The two topologies that are measured, with the default configuration. */
enum App {
    TUNER(TunerStores.RUN_STATE) {
        @Override
        Topology topology(Topics topics, AvroSerdes serdes, StoreKind kind) {
            return TunerTopology.build(TunerConfig.defaults(), topics, serdes, kind);
        }

        @Override
        Topic<?> output(Topics topics) {
            return topics.decisions();
        }

        @Override
        byte[] state(SampleRun run) {
            return run.tunerState();
        }
    },
    GATE(GateStores.RUN_RECORD) {
        @Override
        Topology topology(Topics topics, AvroSerdes serdes, StoreKind kind) {
            return GateTopology.build(GateConfig.defaults(), topics, serdes, kind);
        }

        @Override
        Topic<?> output(Topics topics) {
            return topics.verdicts();
        }

        @Override
        byte[] state(SampleRun run) {
            return run.gateState();
        }
    };

    private final String store;

    App(String store) {
        this.store = store;
    }

    /** As in the table. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String changelog(String applicationId) {
        return applicationId + "-" + store + "-changelog";
    }

    abstract Topology topology(Topics topics, AvroSerdes serdes, StoreKind kind);

    /** One record for each record of the input. */
    abstract Topic<?> output(Topics topics);

    /** What the store holds of such a run. */
    abstract byte[] state(SampleRun run);
}
