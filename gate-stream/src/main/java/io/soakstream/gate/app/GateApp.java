package io.soakstream.gate.app;

import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.topology.GateTopology;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.runtime.StreamsProperties;
import io.soakstream.schemas.runtime.StreamsRunner;
import io.soakstream.schemas.serde.AvroSerdes;
import java.nio.file.Path;
import java.time.Clock;

/** The gate as a process: topology, configuration, connection. */
public final class GateApp {
    public static final String APPLICATION_ID = "gate-stream";

    private GateApp() {}

    /** A runner that is ready to start. */
    public static StreamsRunner runner(GateConfig config, KafkaAccess access, Path stateDirectory, Clock clock) {
        return new StreamsRunner(
                APPLICATION_ID,
                GateTopology.build(config, access.topics(), new AvroSerdes(access.registry())),
                StreamsProperties.of(APPLICATION_ID, stateDirectory, access.topics(), access.clientProperties()),
                clock);
    }
}
