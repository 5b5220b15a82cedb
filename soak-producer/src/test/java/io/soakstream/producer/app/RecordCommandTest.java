package io.soakstream.producer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.producer.recording.RecordedEvent;
import io.soakstream.producer.source.SoakFiles;
import io.soakstream.schemas.contract.SoakEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings of runs, and replays of recordings. */
class RecordCommandTest {
    @TempDir
    private Path directory;

    private final TestCommands commands = new TestCommands();

    @Test
    void shouldRecordWhatWasReplayed() throws IOException {
        // Given
        commands.replay(SoakFiles.recorded("mock36").toString(), "--bot=mm", "--run=A");

        // When
        int code = record("mm:A", "a.avro");

        // Then
        assertThat(code).isZero();
        assertThat(commands.out).asString().contains("mm:A: 38 events recorded in");
        assertThat(Files.size(directory.resolve("a.avro"))).isPositive();
    }

    @Test
    void shouldGiveTheSameRecordingOfAReplayButForItsName() throws IOException {
        // Given
        commands.replay(SoakFiles.recorded("mock36").toString(), "--bot=mm", "--run=A");
        record("mm:A", "a.avro");

        // When
        commands.replay(directory.resolve("a.avro").toString(), "--run=B");
        record("mm:B", "b.avro");

        // Then
        assertThat(commands.events().subList(38, 76))
                .allSatisfy(event -> assertThat(event.getOrigin()).isEqualTo("mm:A"));
        assertThat(unnamed(commands.events().subList(38, 76)))
                .isEqualTo(unnamed(commands.events().subList(0, 38)));
    }

    @Test
    void shouldGiveTheSameBytesOfAReplayUnderItsOwnName() throws IOException {
        // Given
        commands.replay(SoakFiles.recorded("mock36").toString(), "--bot=mm", "--run=A");
        record("mm:A", "a.avro");
        TestCommands elsewhere = new TestCommands();
        elsewhere.replay(path("a.avro"), "--run=A");

        // When
        elsewhere.record("--run=A", "--out=" + path("again.avro"));

        // Then
        assertThat(elsewhere.access.log()).isEqualTo(commands.access.log());
        assertThat(directory.resolve("again.avro")).hasSameBinaryContentAs(directory.resolve("a.avro"));
    }

    @Test
    void shouldGiveTheSameBytesOfAReplayOfAReplayButForItsName() throws IOException {
        // Given
        commands.replay(SoakFiles.recorded("pin_missing").toString(), "--bot=mm", "--run=A");
        record("mm:A", "a.avro");
        commands.replay(path("a.avro"), "--run=B");
        record("mm:B", "b.avro");

        // When
        commands.replay(path("b.avro"), "--run=C");
        record("mm:C", "c.avro");

        // Then
        List<RecordedEvent> log = commands.access.log();
        assertThat(log.subList(24, 36)).isEqualTo(renamed(log.subList(12, 24), "B", "C"));
        assertThat(Files.size(directory.resolve("c.avro"))).isEqualTo(Files.size(directory.resolve("b.avro")));
    }

    @Test
    void shouldRefuseAStartForARecording() {
        // Given
        commands.replay(SoakFiles.recorded("mock36").toString(), "--bot=mm", "--run=A");
        record("mm:A", "a.avro");

        // When
        int code = commands.replay(path("a.avro"), "--warmup=warmup_conservative_v1");

        // Then
        assertThat(code).isEqualTo(64);
        assertThat(commands.err).asString().contains("a.avro is a recording, which has its own start");
        assertThat(commands.access.log()).hasSize(38);
    }

    @Test
    void shouldFindNoRunToRecord() {
        assertThat(record("mm:Z", "z.avro")).isEqualTo(2);
        assertThat(commands.err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("soak: there is no run mm:Z on ");
        assertThat(directory.resolve("z.avro")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"a b, x.avro", "mm:A, nowhere/x.avro"})
    void shouldRefuseAWrongRunOrPlace(String run, String file) {
        assertThat(record(run, file)).isEqualTo(64);
        assertThat(commands.err.toString()).isNotBlank();
    }

    private int record(String run, String file) {
        return commands.record("--run", run, "--out", path(file));
    }

    private String path(String file) {
        return directory.resolve(file).toString();
    }

    private static List<SoakEvent> unnamed(List<SoakEvent> events) {
        events.forEach(event -> {
            event.setBot("");
            event.setRun("");
            event.setOrigin(null);
        });
        return events;
    }

    /** Replaces a run's one-letter name in keys and values, which have the same length with either. */
    private static List<RecordedEvent> renamed(List<RecordedEvent> events, String from, String to) {
        Function<byte[], byte[]> rename = bytes -> new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\u0004mm\u0002" + from, "\u0004mm\u0002" + to)
                .replace("mm:" + from, "mm:" + to)
                .getBytes(StandardCharsets.ISO_8859_1);
        return events.stream()
                .map(one -> RecordedEvent.of(
                        rename.apply(one.key().get()), rename.apply(one.value().get())))
                .toList();
    }
}
