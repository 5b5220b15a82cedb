package io.soakstream.producer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.producer.recording.Runs;
import io.soakstream.producer.source.SoakFiles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RecordManyTest {
    @TempDir
    private Path directory;

    private final TestAccess access = new TestAccess();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void replayTwoRuns() {
        replay("mock36", "A");
        replay("pin_missing", "B");
    }

    @Test
    void shouldRecordEveryRunInAFileOfItsOwn() throws Exception {
        // When
        int code = record("--all", "--out=" + directory);

        // Then
        assertThat(code).isZero();
        assertThat(out).asString().contains("mm:A: 38 events recorded in").contains("mm:B: 12 events recorded in");
        assertThat(Files.list(directory.resolve("mm"))
                        .map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrder("A.avro", "B.avro");
    }

    @Test
    void shouldGiveTheSameFileAsForOneRun() {
        // When
        record("--all", "--out=" + directory);
        record("--run=mm:A", "--out=" + directory.resolve("one.avro"));

        // Then
        assertThat(directory.resolve("mm").resolve("A.avro")).hasSameBinaryContentAs(directory.resolve("one.avro"));
    }

    @Test
    void shouldRecordARunThatIsFollowedOnceItHasEnded() {
        // When
        int code = record("--run=mm:A", "--follow", "--out=" + directory.resolve("a.avro"));

        // Then
        assertThat(code).isZero();
        assertThat(err).asString().contains("waiting for the end of mm:A").doesNotContain("has not ended");
        assertThat(directory.resolve("a.avro")).exists();
    }

    @Test
    void shouldFollowNoMoreThanOneRun() {
        assertThat(record("--all", "--follow", "--out=" + directory)).isEqualTo(64);
        assertThat(err).asString().contains("--follow: only one run can be followed");
    }

    @Test
    void shouldAskForOneRunOrAll() {
        assertThat(record("--out=" + directory.resolve("x.avro"))).isEqualTo(64);
        assertThat(record("--all", "--run=mm:A", "--out=" + directory)).isEqualTo(64);
    }

    private void replay(String recorded, String run) {
        InstantSource clock = InstantSource.fixed(Instant.EPOCH);
        execute(
                new ReplayCommand(access, access, clock, pause -> {}),
                SoakFiles.recorded(recorded).toString(),
                "--bot=mm",
                "--run=" + run);
    }

    private int record(String... arguments) {
        return execute(new RecordCommand(access, access, () -> Runs.CONTEXT), arguments);
    }

    private int execute(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
