package io.soakstream.producer.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent, once, whatever happens to the files, the broker and the process. */
class SidecarTest {
    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void setDesk() {
        desk = new Desk(directory);
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
    }

    @Test
    void shouldSendIterationsInTheOrderOfTheirNumbers() throws IOException {
        // Given
        desk.start();
        desk.iteration(10);
        desk.iteration(9);
        desk.iteration(2);

        // When
        desk.scan();

        // Then
        assertThat(desk.run.life).containsExactly("start");
        assertThat(desk.run.numbers()).containsExactly(2, 9, 10);
        assertThat(desk.told.problems).isEmpty();
    }

    @Test
    void shouldNotReadAFileThatStillGrows() throws IOException {
        // Given
        desk.start();
        desk.iteration(1);
        desk.sidecar.scan();
        desk.pass(Desk.QUIET.minusMillis(1));
        desk.write("ITER_SUMMARY_1.json", Desk.summary(1, ", 'risk_ratio': 0.3"));

        // When
        boolean unsettled = desk.sidecar.scan();
        desk.pass(Desk.QUIET.minusMillis(1));
        desk.sidecar.scan();
        int before = desk.run.sent.size();
        desk.pass(Duration.ofMillis(1));
        desk.sidecar.scan();

        // Then
        assertThat(unsettled).isTrue();
        assertThat(before).isZero();
        assertThat(desk.run.sent.get(0).getRiskRatio()).isEqualTo(0.3);
    }

    @Test
    void shouldHoldBackALaterIterationWhileAnEarlierOneIsWritten() throws IOException {
        // Given
        desk.start();
        desk.iteration(2);
        desk.sidecar.scan();
        desk.pass(Desk.QUIET);
        desk.write("ITER_SUMMARY_1.json", Desk.summary(1, ""));

        // When
        desk.sidecar.scan();
        int before = desk.run.sent.size();
        desk.pass(Desk.QUIET);
        desk.sidecar.scan();

        // Then
        assertThat(before).isZero();
        assertThat(desk.run.numbers()).containsExactly(1, 2);
    }

    @Test
    void shouldTellOfASentFileThatIsRewrittenAndNotSendIt() throws IOException {
        // Given
        desk.start();
        desk.iteration(1);
        desk.scan();

        // When
        desk.write("ITER_SUMMARY_1.json", Desk.summary(1, ", 'risk_ratio': 0.5"));
        desk.scan();
        desk.iteration(2);
        desk.scan();

        // Then
        assertThat(desk.run.numbers()).containsExactly(1, 2);
        assertThat(desk.sidecar.problems())
                .isEqualTo(Map.of(
                        "ITER_SUMMARY_1.json",
                        "was written anew with other content after it was sent: what was sent stands"));
    }

    @Test
    void shouldTakeTheSameContentWrittenAnewAsNothing() throws IOException {
        // Given
        desk.start();
        desk.iteration(1);
        desk.scan();

        // When
        desk.iteration(1);
        desk.scan();

        // Then
        assertThat(desk.run.numbers()).containsExactly(1);
        assertThat(desk.told.problems).isEmpty();
    }

    @Test
    void shouldTellOfAnIterationThatComesTooLate() throws IOException {
        // Given
        desk.start();
        desk.iteration(2);
        desk.scan();

        // When
        desk.iteration(1);
        desk.scan();

        // Then
        assertThat(desk.run.numbers()).containsExactly(2);
        assertThat(desk.told.problems)
                .containsExactly("ITER_SUMMARY_1.json: came after iteration 2 was sent: it is not sent any more");
    }

    @Test
    void shouldSendNothingTwiceAfterARestart() throws IOException {
        // Given
        desk.start();
        desk.iteration(1);
        desk.scan();
        desk.iteration(2);

        // When
        desk.start();
        desk.scan();

        // Then
        assertThat(desk.run.life).containsExactly("start", "join");
        assertThat(desk.run.numbers()).containsExactly(1, 2);
    }

    @Test
    void shouldSendTheVerySameEventAgainIfItWasKilledBeforeItKnewOfTheAcknowledgement() throws IOException {
        // Given
        desk.start();
        desk.run.beforeAcknowledgement = () -> keepState("killed");
        desk.iteration(1);
        desk.scan();
        desk.run.beforeAcknowledgement = () -> {};
        restoreState("killed");
        desk.pass(Duration.ofMinutes(1));
        desk.write("runtime_overrides.json", "{'engine': {'min_interval_ms': 75}}");
        Files.delete(directory.resolve("ITER_SUMMARY_1.json"));

        // When
        desk.start();
        desk.scan();

        // Then
        assertThat(desk.run.numbers()).containsExactly(1, 1);
        assertThat(desk.run.sent.get(1)).isEqualTo(desk.run.sent.get(0));
        assertThat(desk.run.times.get(1)).isEqualTo(desk.run.times.get(0));
    }

    @Test
    void shouldTakeTheStatedTimeWhereItGoesOnAndElseThatOfTheFile() throws IOException {
        // Given
        desk.start();
        String[] stated = {
            "2025-10-12T12:01:00Z", "2025-10-12T12:01:00Z", "2025-10-12T12:09:00Z", "2026-10-12T12:00:00Z"
        };

        // When
        for (int number = 1; number <= stated.length; number++) {
            desk.pass(Duration.ofMinutes(2));
            desk.write(
                    "ITER_SUMMARY_" + number + ".json",
                    Desk.summary(number, ", 'runtime_utc': '" + stated[number - 1] + "'"));
            desk.scan();
        }

        // Then
        assertThat(desk.run.times)
                .extracting(time -> time.toEpochMilli() - Desk.START_MS)
                .containsExactly(60_000L, 2 * 120_000L + 1_000, 540_000L, 4 * 120_000L + 3_000);
    }

    private void keepState(String name) {
        copy(desk.stateFile(), directory.resolve(name));
    }

    private void restoreState(String name) {
        copy(directory.resolve(name), desk.stateFile());
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
