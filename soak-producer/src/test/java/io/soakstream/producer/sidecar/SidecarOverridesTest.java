package io.soakstream.producer.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.producer.sidecar.SidecarOptions.EchoSource;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bot's file is given, and what its iterations say that they ran with. */
class SidecarOverridesTest {
    private static final String START_HASH = Desk.values(Map.of()).stateHash();

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
    void shouldWriteANewVersionAndKeepWhatItDoesNotKnow() throws IOException {
        // Given
        desk.write(
                "runtime_overrides.json",
                "{'venue': {'fee': 0.10000000000000000000001}, 'tail_age_ms': 620, 'on': true}");
        desk.start();
        desk.want(1, "tail_age_ms", "650");

        // When
        desk.scan();

        // Then
        OverridesDocument written = document();
        assertThat(written.overrides()).isEqualTo(Desk.values(Map.of("tail_age_ms", "650")));
        assertThat(Files.readString(desk.overrides))
                .startsWith(
                        "{\n  \"venue\" : {\n    \"fee\" : 0.10000000000000000000001\n  },\n  \"tail_age_ms\" : 650,\n"
                                + "  \"on\" : true,\n")
                .doesNotContain("engine");
        assertThat(desk.told.versions).containsExactly(1L);
    }

    @Test
    void shouldNotWriteTheSameVersionAgain() throws IOException {
        // Given
        desk.start();
        desk.want(1, "tail_age_ms", "650");
        desk.scan();
        desk.write("runtime_overrides.json", "{'tail_age_ms': 700}");

        // When
        desk.scan();
        desk.start();
        desk.scan();

        // Then
        assertThat(document().overrides()).isEqualTo(Desk.values(Map.of("tail_age_ms", "700")));
    }

    @Test
    void shouldWriteTheNewestVersionWhereTheFileIsGone() throws IOException {
        // Given
        desk.start();
        desk.want(1, "tail_age_ms", "650");
        desk.scan();
        Files.delete(desk.overrides);

        // When
        desk.scan();

        // Then
        assertThat(document().overrides()).isEqualTo(Desk.values(Map.of("tail_age_ms", "650")));
    }

    @Test
    void shouldLeaveAFileAloneThatItCannotReadAndSaySo() throws IOException {
        // Given
        desk.start();
        desk.write("runtime_overrides.json", "{'tail_age_ms': ");
        desk.want(1, "tail_age_ms", "650");

        // When
        desk.scan();
        String meanwhile = Files.readString(desk.overrides);
        desk.write("runtime_overrides.json", "{'tail_age_ms': 600}");
        desk.scan();

        // Then
        assertThat(meanwhile).isEqualTo("{\"tail_age_ms\": ");
        assertThat(desk.told.problems).singleElement().asString().startsWith("runtime_overrides.json: is not JSON");
        assertThat(desk.sidecar.problems()).isEmpty();
        assertThat(document().overrides()).isEqualTo(Desk.values(Map.of("tail_age_ms", "650")));
    }

    @Test
    void shouldSayWhatWasInTheFileFromBeginningToEnd() throws IOException {
        // Given
        desk.start();
        desk.want(1, "tail_age_ms", "650");

        // When
        iterate(1);
        iterate(2);
        iterate(3);

        // Then
        String newHash = Desk.values(Map.of("tail_age_ms", "650")).stateHash();
        assertThat(desk.run.sent).extracting(IterationSummary::getOverridesHash).containsExactly(null, null, newHash);
        assertThat(desk.run.sent).extracting(IterationSummary::getMixed).containsExactly(true, true, false);
        assertThat(desk.run.sent.get(2).getEffectiveOverrides()).contains(new ParameterValue("tail_age_ms", "650"));
    }

    @Test
    void shouldSayTheStartValuesUntilTheFileChanges() throws IOException {
        // Given
        desk.write("runtime_overrides.json", "{'tail_age_ms': 600}");
        desk.start();

        // When
        iterate(1);
        iterate(2);
        iterate(3);
        desk.want(1, "tail_age_ms", "650");
        desk.scan();
        iterate(4);
        iterate(5);

        // Then
        assertThat(desk.run.sent)
                .extracting(IterationSummary::getMixed)
                .containsExactly(false, false, false, true, false);
        assertThat(desk.run.sent.get(1).getOverridesHash()).isEqualTo(START_HASH);
        assertThat(desk.run.sent.get(2).getOverridesHash())
                .as("it ended before the version was written")
                .isEqualTo(START_HASH);
    }

    @Test
    void shouldShowThatSomebodyElseChangedTheFile() throws IOException {
        // Given
        desk.write("runtime_overrides.json", "{'tail_age_ms': 600}");
        desk.start();
        iterate(1);

        // When
        desk.pass(Duration.ofSeconds(10));
        desk.write("runtime_overrides.json", "{'tail_age_ms': 9000}");
        desk.scan();
        iterate(2);
        iterate(3);

        // Then
        assertThat(desk.run.sent).extracting(IterationSummary::getMixed).containsExactly(false, true, false);
        assertThat(desk.run.sent.get(2).getOverridesHash())
                .isNotEqualTo(START_HASH)
                .hasSize(64);
        assertThat(desk.run.sent.get(2).getEffectiveOverrides()).isEmpty();
        assertThat(desk.sidecar.problems())
                .containsEntry("runtime_overrides.json", "engine.tail_age_ms: 9000 is outside 500..800 ms");
    }

    @Test
    void shouldSayNothingForABotThatDoesNotReadTheFileAnew() throws IOException {
        // Given
        desk.echo = EchoSource.NONE;
        desk.start();

        // When
        iterate(1);

        // Then
        assertThat(desk.run.sent.get(0).getOverridesHash()).isNull();
        assertThat(desk.run.sent.get(0).getMixed()).isFalse();
    }

    @Test
    void shouldTakeTheBotsOwnWordBeforeTheFile() throws IOException {
        // Given
        desk.start();
        desk.write("ITER_SUMMARY_1.json", Desk.summary(1, ", 'overrides_hash': 'abc'"));
        desk.write("ITER_SUMMARY_2.json", Desk.summary(2, ", 'effective_overrides': {'tail_age_ms': 650}"));
        desk.write("ITER_SUMMARY_3.json", Desk.summary(3, ", 'mixed': true"));
        desk.write("ITER_SUMMARY_4.json", Desk.summary(4, ", 'effective_overrides': {'tail_age_ms': 1}"));

        // When
        desk.scan();

        // Then
        assertThat(desk.run.sent)
                .extracting(IterationSummary::getOverridesHash)
                .containsExactly(
                        "abc", Desk.values(Map.of("tail_age_ms", "650")).stateHash(), null);
        assertThat(desk.sidecar.problems())
                .containsEntry(
                        "ITER_SUMMARY_4.json", "effective_overrides: engine.tail_age_ms: 1 is outside 500..800 ms");
    }

    @Test
    void shouldKnowWhatTheFileHeldBeforeARestart() throws IOException {
        // Given
        desk.write("runtime_overrides.json", "{'tail_age_ms': 600}");
        desk.start();
        iterate(1);
        desk.iteration(2);
        desk.iteration(3);
        desk.pass(Duration.ofMinutes(1));
        desk.write("runtime_overrides.json", "{'tail_age_ms': 700}");

        // When
        desk.start();
        desk.scan();

        // Then
        assertThat(desk.run.sent)
                .extracting(IterationSummary::getMixed)
                .as("nobody saw when it changed")
                .containsExactly(false, true, true);
    }

    @Test
    void shouldKnowWhatTheFileHeldWhenTheRunStarted() throws IOException {
        // Given
        desk.write("runtime_overrides.json", "{'tail_age_ms': 600}");
        desk.start();
        desk.pass(Duration.ofSeconds(10));
        desk.write("runtime_overrides.json", "{'tail_age_ms': 700}");
        desk.iteration(1);

        // When
        desk.start();
        desk.scan();

        // Then
        assertThat(desk.run.sent.get(0).getMixed()).isTrue();
    }

    /** The bot ends an iteration, and the sidecar does its work. */
    private void iterate(int number) throws IOException {
        desk.iteration(number);
        desk.scan();
    }

    private OverridesDocument document() throws IOException {
        return OverridesDocument.parse(ParameterCatalogue.standard(), Files.readAllBytes(desk.overrides));
    }
}
