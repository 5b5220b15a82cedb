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
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.Topology;

/** The two topologies that are measured, with the default configuration. */
enum App {
    TUNER(TunerStores.RUN_STATE, TunerStores.GUARD_DEBOUNCE) {
        @Override
        Topology topology(Topics topics, AvroSerdes serdes, StoreKind kind) {
            return TunerTopology.build(TunerConfig.defaults(), topics, serdes, kind);
        }

        @Override
        Topic<?> output(Topics topics) {
            return topics.decisions();
        }
    },
    GATE(GateStores.RUN_RECORD, GateStores.RUNTIME_OVERRIDES) {
        @Override
        Topology topology(Topics topics, AvroSerdes serdes, StoreKind kind) {
            return GateTopology.build(GateConfig.defaults(), topics, serdes, kind);
        }

        @Override
        Topic<?> output(Topics topics) {
            return topics.verdicts();
        }
    };

    private final List<String> stores;

    App(String... stores) {
        this.stores = List.of(stores);
    }

    /** Names of its stores. */
    List<String> stores() {
        return stores;
    }

    /** As in the table. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String changelog(String applicationId, String store) {
        return applicationId + "-" + store + "-changelog";
    }

    abstract Topology topology(Topics topics, AvroSerdes serdes, StoreKind kind);

    /** One record for each record of the input. */
    abstract Topic<?> output(Topics topics);
}
