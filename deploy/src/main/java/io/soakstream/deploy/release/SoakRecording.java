package io.soakstream.deploy.release;

import io.soakstream.gate.domain.Policy;
import io.soakstream.gate.report.PolicyJson;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.recording.RecordedEvent;
import io.soakstream.producer.recording.RecordingContext;
import io.soakstream.producer.recording.RecordingHeader;
import io.soakstream.producer.recording.RecordingWriter;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SourceKind;
import io.soakstream.schemas.canonical.CanonicalJson;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.tuner.config.TunerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serializer;

/** The recording that goes into a bundle: one as it is, iteration files as the events that were made of them. */
final class SoakRecording {
    private static final int ONLY_SCHEMA = 1;

    private SoakRecording() {}

    /** @throws IOException a recording cannot be read */
    static byte[] bytes(Path path, RecordedSoak soak, List<Policy> policies, String programVersion) throws IOException {
        return soak.kind() == SourceKind.RECORDING ? Files.readAllBytes(path) : encoded(soak, policies, programVersion);
    }

    private static byte[] encoded(RecordedSoak soak, List<Policy> policies, String programVersion) {
        TunerConfig config = TunerConfig.defaults();
        RecordingContext context = new RecordingContext(
                config.canonicalJson(),
                PolicyJson.of(policies),
                CanonicalJson.write(config.control().publicKeys()),
                programVersion);
        try (Serializer<SoakEvent> values =
                new AvroSerdes(new InMemorySchemaRegistry()).of(SoakEvent.class).serializer()) {
            List<RecordedEvent> events =
                    soak.events().stream().map(event -> record(event, values)).toList();
            RecordingHeader header = new RecordingHeader(
                    soak.key(), Optional.empty(), context, Map.of(ONLY_SCHEMA, SoakEvent.getClassSchema()));
            return new RecordingWriter().bytes(header, events);
        }
    }

    private static RecordedEvent record(SoakEvent event, Serializer<SoakEvent> values) {
        byte[] key = new RunKey(event.getBot(), event.getRun()).bytes();
        return RecordedEvent.of(key, values.serialize("events", event));
    }
}
