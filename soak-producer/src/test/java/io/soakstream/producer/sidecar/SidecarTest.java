package io.soakstream.producer.sidecar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.soakstream.producer.sidecar.SidecarOptions.Existing;
import io.soakstream.producer.sidecar.SidecarOptions.Reads;
import io.soakstream.schemas.contract.IterationSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
    void shouldListARefusedEdgeReportThoughTheNextOneIsSent() throws IOException {
        // Given
        desk.reads = Reads.EDGE_REPORT;
        desk.start();
        desk.run.failure = new UndeliverableException("iteration 1 is too large", false, null);
        desk.write("EDGE_REPORT.json", "{'totals': {'net_bps': 1}}");
        desk.scan();
        desk.run.failure = null;
        desk.start();
        desk.scan();

        // When
        desk.pass(Duration.ofMinutes(1));
        desk.write("EDGE_REPORT.json", "{'totals': {'net_bps': 2}}");
        desk.scan();

        // Then
        assertThat(desk.run.numbers()).containsExactly(2);
        assertThat(desk.sidecar.problems())
                .isEqualTo(Map.of("EDGE_REPORT.json (iteration 1)", "iteration 1 is too large"));
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
    void shouldTakeEachNewContentOfTheEdgeReportAsTheNextIteration() throws IOException {
        // Given
        desk.reads = Reads.EDGE_REPORT;
        desk.start();

        // When
        for (String net : new String[] {"1", "2", "2", "{", "1"}) {
            desk.pass(Duration.ofMinutes(1));
            desk.write("EDGE_REPORT.json", "{'totals': {'net_bps': " + net + "}}");
            desk.scan();
        }

        // Then
        assertThat(desk.run.numbers()).containsExactly(1, 2, 3);
        assertThat(desk.run.sent).extracting(IterationSummary::getNetBps).containsExactly(1.0, 2.0, 1.0);
        assertThat(desk.told.problems).singleElement().asString().startsWith("EDGE_REPORT.json: is not JSON");
        assertThat(desk.sidecar.problems()).isEmpty();
    }

    @Test
    void shouldTakeTheNumberThatAnEdgeReportStates() throws IOException {
        // Given
        desk.reads = Reads.EDGE_REPORT;
        desk.start();

        // When
        for (String number : new String[] {"4", "7", "6"}) {
            desk.pass(Duration.ofMinutes(1));
            desk.write("EDGE_REPORT.json", "{'iteration': " + number + ", 'totals': {'net_bps': 1}}");
            desk.scan();
        }

        // Then
        assertThat(desk.run.numbers()).containsExactly(4, 7);
        assertThat(desk.told.problems)
                .containsExactly("EDGE_REPORT.json: iteration: 6 is not above the 7 that was sent last");
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

    @Test
    void shouldKeepAnEdgeReportThatIsOverwrittenBeforeItsAcknowledgement() throws IOException {
        // Given
        desk.reads = Reads.EDGE_REPORT;
        desk.start();
        desk.run.failure = new UndeliverableException("away", true, null);
        desk.write("EDGE_REPORT.json", "{'totals': {'net_bps': 1}}");
        desk.scan();
        desk.pass(Duration.ofMinutes(1));
        desk.write("EDGE_REPORT.json", "{'totals': {'net_bps': 2}}");

        // When
        desk.run.failure = null;
        desk.start();
        desk.scan();

        // Then
        assertThat(desk.run.sent).extracting(IterationSummary::getNetBps).containsExactly(1.0, 2.0);
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

    @Test
    void shouldEndWithTheLastDeclaredIteration() throws IOException {
        // Given
        desk.iterations = OptionalInt.of(2);
        desk.echo = SidecarOptions.EchoSource.NONE;
        desk.start();
        desk.iteration(1);
        desk.scan();
        boolean early = desk.sidecar.isComplete();
        desk.iteration(2);
        desk.iteration(3);

        // When
        desk.scan();
        desk.sidecar.end();

        // Then
        assertThat(early).isFalse();
        assertThat(desk.run.numbers()).containsExactly(1, 2);
        assertThat(desk.run.life).containsExactly("start", "completed without echo");
    }

    @Test
    void shouldAbortARunThatIsStoppedBeforeItsLastIteration() throws IOException {
        // Given
        desk.iterations = OptionalInt.of(2);
        desk.start();
        desk.iteration(1);
        desk.scan();

        // When
        desk.sidecar.end();

        // Then
        assertThat(desk.run.life).last().asString().startsWith("aborted");
    }

    @Test
    void shouldListWhatTheEndOfTheRunLeavesUnread() throws IOException {
        // Given
        desk.start();
        desk.write("ITER_SUMMARY_1.json", "{");
        desk.scan();
        desk.iteration(2);
        desk.iteration(3);
        desk.sidecar.collect();

        // When
        desk.sidecar.leaveUnread();
        desk.sidecar.end();

        // Then
        String unread = "was still being written when the run ended: it is not sent";
        assertThat(desk.run.numbers()).isEmpty();
        assertThat(desk.sidecar.problems())
                .hasSize(3)
                .containsEntry("ITER_SUMMARY_2.json", unread)
                .containsEntry("ITER_SUMMARY_3.json", unread);
    }

    @Test
    void shouldEndARunWhoseEndWasNotAcknowledged() throws IOException {
        // Given
        desk.start();
        desk.run.failure = new UndeliverableException("away", true, null);
        assertThatThrownBy(() -> desk.sidecar.end()).isInstanceOf(UndeliverableException.class);
        desk.run.failure = null;

        // When
        desk.start();

        // Then
        assertThat(desk.sidecar.isEnding()).isTrue();
        desk.sidecar.finish();
        assertThat(desk.run.life).last().asString().startsWith("completed");
    }

    @Test
    void shouldBeginAnotherRunAfterTheEnd() throws IOException {
        // Given
        desk.start();
        desk.iteration(1);
        desk.scan();
        desk.sidecar.end();
        desk.existing = Optional.of(Existing.SKIP);

        // When
        desk.start();
        desk.scan();
        desk.iteration(1);
        desk.scan();

        // Then
        assertThat(desk.run.life).filteredOn("start"::equals).hasSize(2);
        assertThat(desk.run.numbers()).containsExactly(1, 1);
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
