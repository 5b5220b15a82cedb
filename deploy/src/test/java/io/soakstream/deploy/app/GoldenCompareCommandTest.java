package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.recording.RecordedEvent;
import io.soakstream.producer.recording.RecordingContext;
import io.soakstream.producer.recording.RecordingHeader;
import io.soakstream.producer.recording.RecordingWriter;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenCompareCommandTest {
    private static final RunKey KEY = new RunKey("mm", "golden");

    @TempDir
    Path directory;

    @Test
    void shouldEndWithADriftOnlyWhereAsked() throws IOException {
        // Given
        Path baseline = file("baseline.json", "{\"a\": 1.0, \"b\": [1, 2]}");
        Path same = file("same.json", "{\"b\": [1, 2.0], \"a\": 1}");
        Path drifted = file("drifted.json", "{\"a\": 1.1, \"b\": [1, 2]}");

        // When
        Cli.Ended equal = compare(baseline, same, "--fail-on-drift");
        Cli.Ended told = compare(baseline, drifted);
        Cli.Ended failed = compare(baseline, drifted, "--fail-on-drift");
        Cli.Ended tolerated = compare(baseline, drifted, "--fail-on-drift", "--tolerance", "0.2");

        // Then
        assertThat(equal.exitCode()).isZero();
        assertThat(equal.out()).startsWith("[OK] ");
        assertThat(told.exitCode()).isZero();
        assertThat(told.out())
                .contains("[DRIFT] root.a: float drift: 1.000000000 against 1.100000000, apart by 0.100000000")
                .contains("[WARN] 1 drift(s)");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.out()).contains("[FAIL] 1 drift(s)");
        assertThat(tolerated.exitCode()).isZero();
    }

    @Test
    void shouldPrintOneJsonObject() throws IOException {
        // When
        Cli.Ended ended = compare(file("a.json", "1"), file("b.json", "2"), "--json");

        // Then
        assertThat(new ObjectMapper()
                        .readTree(ended.out())
                        .at("/drifts/0/message")
                        .asText())
                .isEqualTo("1 against 2");
    }

    @Test
    void shouldNameTheFileThatCannotBeRead() throws IOException {
        // Given
        Path good = file("good.json", "{}");
        Path bad = file("bad.json", "{\"a\": }");

        // When // Then
        assertThat(compare(good, bad).err()).contains("--actual: ", "bad.json: line 1, column ");
        assertThat(compare(good, bad).exitCode()).isEqualTo(64);
        assertThat(compare(directory.resolve("nowhere"), good).err()).contains("--baseline: there is no file ");
        assertThat(compare(good, good, "--tolerance", "-1").err()).contains("--tolerance: a tolerance is at least 0");
    }

    @Test
    void shouldCompareTwoRecordingsEventByEvent() throws IOException {
        // Given
        Path baseline = recording("baseline.avro", events(), 1);
        Path otherIds = recording("other-ids.avro", events(), 7);
        Path drifted = recording("drifted.avro", changed(summary -> summary.setNetBps(99.0)), 1);
        Path shorter = recording("shorter.avro", events().subList(0, 5), 1);

        // When
        Cli.Ended same = compare(baseline, otherIds, "--fail-on-drift");
        Cli.Ended drift = compare(baseline, drifted, "--fail-on-drift");
        Cli.Ended cut = compare(baseline, shorter, "--fail-on-drift");

        // Then
        assertThat(same.out()).startsWith("[OK] ");
        assertThat(drift.out()).contains("[DRIFT] events[3] (iteration 3).iteration_summary.net_bps: float drift: ");
        assertThat(drift.exitCode()).isEqualTo(1);
        assertThat(cut.out()).contains("[DRIFT] events: length mismatch: 10 against 5");
    }

    @Test
    void shouldNotCompareHalfARecording() throws IOException {
        // Given
        Path baseline = recording("baseline.avro", events(), 1);
        byte[] whole = Files.readAllBytes(baseline);
        Path damaged = Files.write(directory.resolve("damaged.avro"), Arrays.copyOf(whole, whole.length - 40));

        // When // Then
        assertThat(compare(baseline, damaged).exitCode()).isEqualTo(64);
        assertThat(compare(baseline, file("a.json", "{}")).err()).contains("is a recording, the other is none");
    }

    private static List<SoakEvent> events() throws IOException {
        return new SoakReader()
                .read(Path.of("src/test/resources/recorded/mock8"), ReadOptions.defaults())
                .as(KEY)
                .events();
    }

    private static List<SoakEvent> changed(Consumer<IterationSummary.Builder> change) throws IOException {
        List<SoakEvent> events = new ArrayList<>(events());
        IterationSummary.Builder summary =
                IterationSummary.newBuilder(events.get(3).getIterationSummary());
        change.accept(summary);
        events.set(
                3,
                SoakEvent.newBuilder(events.get(3))
                        .setIterationSummary(summary.build())
                        .build());
        return events;
    }

    /** @param firstId of the schemas: how the bytes were written is no difference */
    private Path recording(String name, List<SoakEvent> events, int firstId) throws IOException {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        for (int i = 1; i < firstId; i++) {
            registry.register("filler-" + i, SchemaBuilder.fixed("F" + i).size(i));
        }
        List<RecordedEvent> recorded = new ArrayList<>();
        try (var values = new AvroSerdes(registry).of(SoakEvent.class).serializer()) {
            for (SoakEvent event : events) {
                recorded.add(RecordedEvent.of(
                        KEY.text().getBytes(StandardCharsets.UTF_8), values.serialize("soak.events.v1", event)));
            }
        }
        RecordingHeader header = new RecordingHeader(
                KEY,
                Optional.empty(),
                new RecordingContext("{}", "{}", "{}", "test"),
                Map.of(firstId, registry.schemaById(firstId)));
        Path file = directory.resolve(name);
        new RecordingWriter().write(file, header, recorded);
        return file;
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private static Cli.Ended compare(Path baseline, Path actual, String... more) {
        List<String> words = new ArrayList<>(
                List.of("golden", "compare", "--baseline", baseline.toString(), "--actual", actual.toString()));
        words.addAll(List.of(more));
        return Cli.run(words.toArray(String[]::new));
    }
}
