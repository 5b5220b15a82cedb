package io.soakstream.producer.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.producer.sidecar.SidecarOptions.Reads;
import io.soakstream.schemas.contract.IterationSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot that writes one edge report over and over. */
class EdgeReportSidecarTest {
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
    void shouldNotSendANumberThatTheTunerWouldNotTakeAndGoOnAfterIt() throws IOException {
        // Given
        desk.reads = Reads.EDGE_REPORT;
        desk.start();

        // When
        for (String number : new String[] {"4", "2000000000", "5"}) {
            desk.pass(Duration.ofMinutes(1));
            desk.write("EDGE_REPORT.json", "{'iteration': " + number + ", 'totals': {'net_bps': 1}}");
            desk.scan();
        }

        // Then
        assertThat(desk.run.numbers()).containsExactly(4, 5);
        assertThat(desk.told.problems)
                .containsExactly("EDGE_REPORT.json: iteration: 2000000000 is implausible after 4 (at most 1004)");
    }
}
