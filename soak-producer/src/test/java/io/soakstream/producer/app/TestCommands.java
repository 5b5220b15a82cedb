package io.soakstream.producer.app;

import io.soakstream.producer.recording.Runs;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.serde.AvroSerdes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import picocli.CommandLine;

/** Replays and recordings as on a command line, over one topic in memory. */
final class TestCommands {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1_700_000_000_000L));

    final TestAccess access = new TestAccess();
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    private final List<Duration> pauses = new ArrayList<>();

    int replay(String... arguments) {
        return run(new ReplayCommand(access, access, CLOCK, pauses::add), arguments);
    }

    int record(String... arguments) {
        return run(new RecordCommand(access, access, () -> Runs.CONTEXT), arguments);
    }

    /** Everything that was produced. */
    List<SoakEvent> events() {
        try (Deserializer<SoakEvent> values =
                new AvroSerdes(access.registry()).of(SoakEvent.class).deserializer()) {
            return access.log().stream()
                    .map(one -> values.deserialize("", one.value().get()))
                    .toList();
        }
    }

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
