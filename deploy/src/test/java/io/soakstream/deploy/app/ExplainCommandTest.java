package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command against the recorded decisions that the tuner's own tests hold. */
class ExplainCommandTest {
    private static final Path DECISIONS = Path.of("../tuner-stream/src/test/resources/decisions");
    private static final Path SAMPLE = Path.of("samples/pass");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    static Stream<String> soaks() throws IOException {
        try (Stream<Path> directories = Files.list(DECISIONS)) {
            return directories.map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("soaks")
    void shouldPrintTheRecordedDecisionsLineByLine(String soak) throws IOException {
        // Given
        Path source = DECISIONS.resolve(soak);
        Files.copy(source.resolve("iterations.jsonl"), directory.resolve("iterations.jsonl"));
        Files.copy(source.resolve("start.json"), directory.resolve("runtime_overrides.start.json"));

        // When
        Cli.Ended result = Cli.run("explain", "--all", "--json", "--retune", "--recording", directory.toString());

        // Then
        assertThat(result.exitCode()).isZero();
        assertThat(lines(result.out().lines().toList()))
                .isEqualTo(lines(Files.readAllLines(source.resolve("expected-decisions.jsonl"))));
    }

    @Test
    void shouldTellEverythingThatLedToADecision() {
        // When
        Cli.Ended result = explain("x", "7", "--retune");

        // Then
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("x, iteration 7 at")
                .contains("MAKER_BOOST     FIRED  risk_ratio 0.3227165828 <= 0.40 and maker_taker_ratio 0.8 < 0.85")
                .contains("NORMALIZE       no     MAKER_BOOST holds")
                .contains("204 -4 = 200")
                .contains("cut at min")
                .contains("oscillation     raw off  debounced off  since ")
                .contains("result hash  840d669de7987b97");
    }

    @Test
    void shouldSayThatARecordingWasNotDecidedByUs() {
        assertThat(explain("x", "7").out()).contains("not evaluated: the recording says what another tuner did");
    }

    @Test
    void shouldGiveOneIterationAsOneObject() throws IOException {
        // When
        JsonNode explained =
                JSON.readTree(explain("x", "7", "--retune", "--json").out());

        // Then
        assertThat(explained.at("/deltas/1/bound_hit").textValue()).isEqualTo("min");
        assertThat(explained.at("/evaluations/3/fired").booleanValue()).isTrue();
        assertThat(explained.at("/inputs/cancel_ratio").isNull()).isTrue();
        assertThat(explained.at("/window/kpis/net_bps/samples").intValue()).isEqualTo(7);
        assertThat(explained.at("/outcome").textValue()).isEqualTo("APPLIED");
    }

    @Test
    void shouldRefuseWhatIsNotAskedProperly() {
        assertThat(explain("x").exitCode()).isEqualTo(64);
        assertThat(explain("x", "seven").err()).contains("ITERATION: 'seven' is no whole number");
        assertThat(explain("--retune", "--tuning", "recorded", "--all").err()).contains("exclude each other");
        assertThat(explain("x", "99").exitCode()).isEqualTo(2);
        assertThat(explain("x", "99").err()).contains("no decision about iteration 99");
    }

    @Test
    void shouldDecideByOtherSettingsWhereTold() {
        // When
        Cli.Ended result = explain("x", "7", "--retune", "--set", "tuner.rules.maker_boost.maker_share_below=0.5");

        // Then
        assertThat(result.out()).contains("MAKER_BOOST     no     maker_taker_ratio 0.8 is not < 0.5");
    }

    private static Cli.Ended explain(String... arguments) {
        List<String> all = new ArrayList<>(List.of("explain", "--recording", SAMPLE.toString()));
        all.addAll(List.of(arguments));
        return Cli.run(Map.of(), all.toArray(String[]::new));
    }

    private static List<JsonNode> lines(List<String> lines) throws IOException {
        List<JsonNode> read = new ArrayList<>();
        for (String line : lines) {
            read.add(JSON.readTree(line));
        }
        return read;
    }
}
