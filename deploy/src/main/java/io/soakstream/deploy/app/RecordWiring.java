package io.soakstream.deploy.app;

import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.domain.Policy;
import io.soakstream.producer.app.RecordCommand;
import io.soakstream.producer.recording.RecordingContext;
import io.soakstream.schemas.canonical.CanonicalJson;
import io.soakstream.tuner.config.TunerConfig;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Gives the record command what the tuner and the gate of this build decide by. */
final class RecordWiring {
    private RecordWiring() {}

    static CommandLine recordCommand() {
        return Connected.command(access -> new RecordCommand(access, RecordWiring::context));
    }

    private static RecordingContext context() {
        List<Map<String, String>> policies = GateConfig.defaults().policies().stream()
                .map(RecordWiring::identity)
                .toList();
        return new RecordingContext(
                TunerConfig.defaults().canonicalJson(),
                CanonicalJson.write(Map.of("policies", policies)),
                CanonicalJson.write(Map.of()),
                SoakCli.Version.text());
    }

    private static Map<String, String> identity(Policy policy) {
        return Map.of("name", policy.name(), "version", policy.version());
    }
}
