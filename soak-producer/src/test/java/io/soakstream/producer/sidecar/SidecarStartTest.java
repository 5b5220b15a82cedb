package io.soakstream.producer.sidecar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.producer.sidecar.SidecarOptions.Existing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run begins with, and when it does not begin. */
class SidecarStartTest {
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
    void shouldStartWithTheValuesOfTheBotsFile() throws IOException {
        // Given
        desk.write(
                "runtime_overrides.json", "{'engine': {'min_interval_ms': 75}, 'impact_cap_ratio': 0.09, 'mine': 1}");

        // When
        desk.start();

        // Then
        assertThat(desk.run.startValues)
                .isEqualTo(Desk.values(Map.of("min_interval_ms", "75", "impact_cap_ratio", "0.09")));
    }

    @Test
    void shouldStartWithTheCatalogueWhereThereIsNoFile() throws IOException {
        // When
        desk.start();

        // Then
        assertThat(desk.run.startValues).isEqualTo(Desk.values(Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            {'engine': {'min_interval_ms': 7}, 'tail_age_ms': 6000}~ engine.min_interval_ms: 7 is outside 40..80 ms; engine.tail_age_ms: 6000 is outside 500..800 ms
            {'engine': {'tail_age_ms': 600}, 'tail_age_ms': 610}~    tail_age_ms: given twice, as 600 and 610
            {'tail_age_ms': '600'}~                                  tail_age_ms: "600" is not a number
            {'tail_age_ms': null}~                                   tail_age_ms: null is not a number
            {'tail_age_ms': 600~                                     is not JSON
            [600]~                                                   is not a JSON object
            """)
    void shouldRefuseStartValuesByTheirNames(String file, String message) throws IOException {
        // Given
        desk.write("runtime_overrides.json", file);

        // When // Then
        assertThatThrownBy(desk::start)
                .isInstanceOf(SidecarRefusedException.class)
                .hasMessageContaining("runtime_overrides.json")
                .hasMessageContaining(message);
        assertThat(desk.run.life).isEmpty();
    }

    @Test
    void shouldNotGuessWhoseIterationsAreThereAlready() throws IOException {
        // Given
        desk.iteration(1);
        desk.iteration(2);

        // When // Then
        assertThatThrownBy(desk::start)
                .isInstanceOf(SidecarRefusedException.class)
                .hasMessageContaining("holds 2 iteration files already (ITER_SUMMARY_1.json): --existing send or"
                        + " --existing skip");
    }

    @Test
    void shouldSkipWhatIsThereAlreadyUntilItIsWrittenAnew() throws IOException {
        // Given
        desk.iteration(1);
        desk.iteration(2);
        desk.existing = Optional.of(Existing.SKIP);
        desk.start();
        desk.scan();

        // When
        desk.iteration(1);
        desk.scan();
        desk.start();
        desk.scan();

        // Then
        assertThat(desk.run.numbers()).containsExactly(1);
    }

    @Test
    void shouldSendWhatIsThereAlreadyIfToldSo() throws IOException {
        // Given
        desk.write("runtime_overrides.json", "{'tail_age_ms': 600}");
        desk.iteration(1);
        desk.existing = Optional.of(Existing.SEND);

        // When
        desk.start();
        desk.scan();

        // Then
        assertThat(desk.run.numbers()).containsExactly(1);
        assertThat(desk.run.sent.get(0).getMixed())
                .as("nobody saw what it ran with")
                .isTrue();
    }

    @Test
    void shouldSayThatAnEdgeReportIsNotRead() throws IOException {
        // Given
        desk.write("EDGE_REPORT.json", "{'totals': {'net_bps': 1}}");

        // When
        desk.start();
        desk.scan();

        // Then
        assertThat(desk.told.notes).singleElement().asString().startsWith("EDGE_REPORT.json is there and is not read");
        assertThat(desk.run.sent).isEmpty();
    }

    @Test
    void shouldStartAgainWithTheSameNameAndValuesIfTheStartWasNotAcknowledged() throws IOException {
        // Given
        desk.write("runtime_overrides.json", "{'tail_age_ms': 620}");
        desk.run.failure = new UndeliverableException("away", true, null);
        assertThatThrownBy(desk::start).isInstanceOf(UndeliverableException.class);
        String name = name();
        desk.write("runtime_overrides.json", "{'tail_age_ms': 640}");

        // When
        desk.run.failure = null;
        desk.start();

        // Then
        assertThat(desk.run.startValues).isEqualTo(Desk.values(Map.of("tail_age_ms", "620")));
        assertThat(name()).isEqualTo(name).isEqualTo("RUN_" + Desk.START_MS);
    }

    @Test
    void shouldRefuseAnotherRunWhileOneIsUnderWay() throws IOException {
        // Given
        desk.start();
        desk.name = Optional.of("other");

        // When // Then
        assertThatThrownBy(desk::start)
                .isInstanceOf(SidecarRefusedException.class)
                .hasMessageContaining("the run mm:RUN_" + Desk.START_MS + " is under way");
    }

    @Test
    void shouldRefuseASecondSidecar() throws IOException {
        // Given
        desk.start();

        // When // Then
        assertThatThrownBy(() -> StateFile.open(directory))
                .isInstanceOf(SidecarRefusedException.class)
                .hasMessage("another sidecar works on " + directory);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {"{~is damaged", "{\"format\": 2}~format: 2 is not 1"})
    void shouldRefuseAStateThatItCannotRead(String json, String message) throws IOException {
        // Given
        Files.createDirectories(desk.stateFile().getParent());
        Files.writeString(desk.stateFile(), json);

        // When // Then
        assertThatThrownBy(desk::start)
                .isInstanceOf(SidecarRefusedException.class)
                .hasMessageContaining("state.json")
                .hasMessageContaining(message);
    }

    private String name() throws IOException {
        return ExactJson.object(Files.readAllBytes(desk.stateFile())).get("run").textValue();
    }
}
