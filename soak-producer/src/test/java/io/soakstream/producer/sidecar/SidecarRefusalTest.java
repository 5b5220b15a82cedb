package io.soakstream.producer.sidecar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read or sent is told, kept or left behind, and never stops the rest. */
class SidecarRefusalTest {
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
    void shouldTellOfATornFileOnceAndSendItWhenItIsMended() throws IOException {
        // Given
        desk.start();
        desk.write("ITER_SUMMARY_1.json", "{'iteration': 1, 'summary': {'net_b");

        // When
        desk.scan();
        desk.scan();
        Map<String, String> meanwhile = desk.sidecar.problems();
        desk.iteration(1);
        desk.scan();

        // Then
        assertThat(desk.told.problems).singleElement().asString().startsWith("ITER_SUMMARY_1.json: is not JSON:");
        assertThat(meanwhile).containsOnlyKeys("ITER_SUMMARY_1.json");
        assertThat(desk.run.numbers()).containsExactly(1);
        assertThat(desk.sidecar.problems()).isEmpty();
    }

    @Test
    void shouldNameTheFieldOfAnInvalidFileAndGoOn() throws IOException {
        // Given
        desk.start();
        desk.write("ITER_SUMMARY_1.json", Desk.summary(1, ", 'risk_ratio': 1.7"));
        desk.write("ITER_SUMMARY_x.json", "{}");
        desk.iteration(2);

        // When
        desk.scan();

        // Then
        assertThat(desk.run.numbers()).containsExactly(2);
        assertThat(desk.told.problems)
                .containsExactly(
                        "ITER_SUMMARY_x.json: the name has no iteration number from 1 on",
                        "ITER_SUMMARY_1.json: summary.risk_ratio: 1.7 is outside 0..1 (unit: ratio; use --risk-unit"
                                + " percent for percentages)");
    }

    @Test
    void shouldKeepWhatItCannotSendUntilItCan() throws IOException {
        // Given
        desk.start();
        desk.iteration(1);
        desk.iteration(2);
        desk.run.failure = new UndeliverableException("iteration 1 was not delivered", true, null);

        // When
        desk.scan();
        int before = desk.run.sent.size();
        desk.run.failure = null;
        desk.sidecar.scan();

        // Then
        assertThat(before).isZero();
        assertThat(desk.told.notes).first().asString().startsWith("iteration 1 was not delivered; it is sent again");
        assertThat(desk.run.numbers()).containsExactly(1, 2);
    }

    @Test
    void shouldTellWhatTheBrokerRefusesForGoodAndGoOn() throws IOException {
        // Given
        desk.start();
        desk.iteration(1);
        desk.run.failure = new UndeliverableException("iteration 1 is too large", false, null);
        desk.scan();
        desk.run.failure = null;

        // When
        desk.iteration(2);
        desk.scan();
        desk.start();
        desk.scan();

        // Then
        assertThat(desk.run.numbers()).containsExactly(2);
        assertThat(desk.sidecar.sent()).isEqualTo(1);
        assertThat(desk.sidecar.problems()).isEqualTo(Map.of("ITER_SUMMARY_1.json", "iteration 1 is too large"));
        assertThat(desk.told.problems).hasSize(1);
    }

    @Test
    void shouldNotSendARefusedIterationAgainBeforeItIsWrittenAnew() throws IOException {
        // Given
        desk.iterations = OptionalInt.of(2);
        desk.start();
        desk.iteration(1);
        desk.run.failure = new UndeliverableException("iteration 1 is too large", false, null);
        desk.scan();
        desk.run.failure = null;
        desk.start();
        desk.scan();
        int before = desk.run.sent.size();

        // When
        desk.write("ITER_SUMMARY_1.json", Desk.summary(1, ", 'risk_ratio': 0.5"));
        desk.scan();

        // Then
        assertThat(before).isZero();
        assertThat(desk.run.numbers()).containsExactly(1);
        assertThat(desk.sidecar.sent()).isEqualTo(1);
        assertThat(desk.sidecar.problems()).isEmpty();
    }

    @Test
    void shouldGoOnWithAStateThatKnowsOfNoRefusedIterations() throws IOException {
        // Given
        desk.start();
        desk.iteration(1);
        desk.scan();
        String state = Files.readString(desk.stateFile());
        String earlier = state.replaceFirst("\"refused\" : \\{ },\\s*", "");
        Files.writeString(desk.stateFile(), earlier);
        desk.iteration(2);

        // When
        desk.start();
        desk.scan();

        // Then
        assertThat(earlier).isNotEqualTo(state);
        assertThat(desk.run.numbers()).containsExactly(1, 2);
    }

    @Test
    void shouldTellOfAFileThatCannotBeReadAndGoOn() throws IOException {
        // Given
        desk.start();
        Files.createDirectory(directory.resolve("ITER_SUMMARY_1.json"));
        desk.iteration(2);

        // When
        desk.scan();
        desk.scan();

        // Then
        assertThat(desk.run.numbers()).containsExactly(2);
        assertThat(desk.told.problems).singleElement().asString().startsWith("ITER_SUMMARY_1.json: cannot be read: ");
    }

    @Test
    void shouldSendAFileOnceItMayBeRead() throws IOException {
        // Given
        desk.start();
        desk.iteration(1);
        Path file = directory.resolve("ITER_SUMMARY_1.json");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
        assumeThat(Files.isReadable(file))
                .as("whether permissions bind this user")
                .isFalse();
        desk.scan();
        Map<String, String> meanwhile = desk.sidecar.problems();

        // When
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        desk.sidecar.scan();

        // Then
        assertThat(meanwhile).isEqualTo(Map.of("ITER_SUMMARY_1.json", "cannot be read: permission denied"));
        assertThat(desk.run.numbers()).containsExactly(1);
        assertThat(desk.sidecar.problems()).isEmpty();
    }

    @Test
    void shouldRefuseAFileThatIsTooLarge() throws IOException {
        // Given
        desk.start();
        desk.write("ITER_SUMMARY_1.json", Desk.summary(1, ", 'x': '" + "x".repeat(1024 * 1024) + "'"));

        // When
        desk.scan();

        // Then
        assertThat(desk.told.problems).containsExactly("ITER_SUMMARY_1.json: is larger than 1048576 bytes");
    }
}
