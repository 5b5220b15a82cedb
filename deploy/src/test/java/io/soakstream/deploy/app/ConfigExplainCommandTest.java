package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigExplainCommandTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void writeAFile() throws IOException {
        file = Files.writeString(directory.resolve("last night's soak.yaml"), """
                tuner:
                  window_length: 9
                  admission:
                    max_iteration_jump: 50
                """);
    }

    @Test
    void shouldPrintEverySettingWithItsOrigin() {
        // When
        Cli.Ended ended = Cli.run(
                Map.of("SOAK_TUNER_ADMISSION_REMEMBERED_ITERATIONS", "32", "MM_DISABLE_AUTO_TUNE", "1"),
                "config",
                "explain",
                "--config",
                file.toString(),
                "--set",
                "tuner.window_length=12");

        // Then
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines().map(line -> line.replaceAll(" {2,}", "|")))
                .contains(
                        "tuner.window_length|12|iterations|--set",
                        "tuner.admission.max_iteration_jump|50|iterations|file " + file,
                        "tuner.admission.max_time_jump_ms|604800000|ms|default",
                        "tuner.admission.remembered_iterations|32|iterations|environment "
                                + "SOAK_TUNER_ADMISSION_REMEMBERED_ITERATIONS",
                        "tuner.auto_tune|false|environment MM_DISABLE_AUTO_TUNE");
    }

    @Test
    void shouldPrintTheOriginsBelowEachOther() {
        // When
        Cli.Ended ended = Cli.run("config", "explain");

        // Then
        assertThat(ended.out()
                        .lines()
                        .map(line -> line.lastIndexOf("  default"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void shouldPrintOneJsonObjectALine() throws IOException {
        // When
        Cli.Ended ended = Cli.run(Map.of("SOAK_CONFIG", file.toString()), "config", "explain", "--json");

        // Then
        JsonNode first =
                new ObjectMapper().readTree(ended.out().lines().findFirst().orElseThrow());
        assertThat(first)
                .isEqualTo(new ObjectMapper()
                        .createObjectNode()
                        .put("origin", "file " + file)
                        .put("path", "tuner.window_length")
                        .put("unit", "iterations")
                        .put("value", 9));
    }

    @Test
    void shouldPreferTheFlagToTheVariableThatNamesAFile() {
        // When
        Cli.Ended ended =
                Cli.run(Map.of("SOAK_CONFIG", "nowhere.yaml"), "config", "explain", "--config", file.toString());

        // Then
        assertThat(ended.out()).contains("file " + file);
        assertThat(ended.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "SOAK_TUNER_WINDW_LENGTH, 9, SOAK_TUNER_WINDW_LENGTH: no setting has this environment variable",
        "SOAK_TUNER_WINDOW_LENGTH, 0, tuner.window_length: 0 is outside 1..1000 (environment SOAK_TUNER_WINDOW_LENGTH)",
        "SOAK_CONFIG, nowhere.yaml, nowhere.yaml: there is no such file"
    })
    void shouldRefuseAMistakeInTheEnvironment(String variable, String value, String message) {
        // When
        Cli.Ended ended = Cli.run(Map.of(variable, value), "config", "explain");

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err())
                .isEqualToNormalizingNewlines("soak: " + message + "\nTry 'soak config explain --help'.\n");
        assertThat(ended.out()).isEmpty();
    }
}
