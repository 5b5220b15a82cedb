package io.soakstream.tuner.app;

import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StreamsProperties;
import io.soakstream.schemas.runtime.StreamsRunner;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.StreamIdentity;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.state.TunerStores;
import io.soakstream.tuner.topology.TunerTopology;
import java.time.Clock;

/** The tuner as a process: topology, configuration, connection. */
public final class TunerApp {
    public static final String NAME = "tuner-stream";

    private TunerApp() {}

    /** What it is known by on the cluster. */
    public static StreamIdentity identity(Topics topics) {
        return new StreamIdentity(topics.applicationId(NAME), topics.events(), TunerStores.RUN_STATE);
    }

    /** A runner that is ready to start. */
    public static StreamsRunner runner(TunerConfig config, KafkaAccess access, StateStorage storage, Clock clock) {
        String applicationId = access.topics().applicationId(NAME);
        return new StreamsRunner(
                applicationId,
                TunerTopology.build(config, access.topics(), new AvroSerdes(access.registry()), storage.kind()),
                StreamsProperties.of(applicationId, storage.directory(), access.topics(), access.clientProperties()),
                clock);
    }
}
