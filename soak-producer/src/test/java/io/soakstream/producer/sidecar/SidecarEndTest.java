package io.soakstream.producer.sidecar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.producer.sidecar.SidecarOptions.Existing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a run that goes by files ends. */
class SidecarEndTest {
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
}
