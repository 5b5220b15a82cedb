package io.soakstream.gate.app;

import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.state.GateStores;
import io.soakstream.gate.topology.GateTopology;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StreamsProperties;
import io.soakstream.schemas.runtime.StreamsRunner;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.StreamIdentity;
import io.soakstream.schemas.topic.Topics;
import java.time.Clock;

/** The gate as a process: topology, configuration, connection. */
public final class GateApp {
    public static final String NAME = "gate-stream";

    private GateApp() {}

    /** What it is known by on the cluster. */
    public static StreamIdentity identity(Topics topics) {
        return new StreamIdentity(topics.applicationId(NAME), topics.decisions(), GateStores.RUN_RECORD);
    }

    /** A runner that is ready to start. */
    public static StreamsRunner runner(GateConfig config, KafkaAccess access, StateStorage storage, Clock clock) {
        String applicationId = access.topics().applicationId(NAME);
        return new StreamsRunner(
                applicationId,
                GateTopology.build(config, access.topics(), new AvroSerdes(access.registry()), storage.kind()),
                StreamsProperties.of(applicationId, storage.directory(), access.topics(), access.clientProperties()),
                clock);
    }
}
