package io.soakstream.schemas.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.schemas.setting.InvalidSettingException;
import io.soakstream.schemas.setting.SampleSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayeredSettingsTest {
    private static final SampleSettings DEFAULTS = SampleSettings.defaults();
    private static final List<SettingSources.Switch> SWITCHES =
            List.of(new SettingSources.Switch("MM_OFF", "1", "tuner.auto_tune", "false"));

    @TempDir
    Path directory;

    @Test
    void shouldGoByTheDefaultsWhereNothingIsSaid() {
        // When
        LayeredSettings.Resolved<SampleSettings> resolved = resolve("", Map.of());

        // Then
        assertThat(resolved.settings()).isEqualTo(DEFAULTS);
        assertThat(resolved.origins()).hasSize(8).containsEntry("tuner.window_length", "default");
        assertThat(resolved.origins().values()).containsOnly("default");
    }

    @Test
    void shouldLetTheLaterLayerWinAndSayWhichItWas() {
        // Given
        String file = """
                tuner:
                  window_length: 9
                  owner: 007
                  auto_tune: false
                  limits:
                    max_jump_ms: 5
                    min_share: 0.3
                  readers: [bob, eve]
                  public_keys: {bob: MCow=}
                """;
        Map<String, String> environment =
                Map.of("SOAK_TUNER_WINDOW_LENGTH", "10", "SOAK_TUNER_LIMITS_MAX_JUMP_MS", "6", "SOAK_OTHER", "x");

        // When
        LayeredSettings.Resolved<SampleSettings> resolved =
                resolve(file, environment, "tuner.window_length=11", "tuner.window_length=12");

        // Then
        assertThat(resolved.settings())
                .isEqualTo(new SampleSettings(
                        12,
                        new SampleSettings.Limits(6, new BigDecimal("0.3"), BigDecimal.ONE),
                        false,
                        "007",
                        List.of("bob", "eve"),
                        Map.of("bob", "MCow=")));
        assertThat(resolved.origins())
                .containsEntry("tuner.window_length", "--set")
                .containsEntry("tuner.limits.max_jump_ms", "environment SOAK_TUNER_LIMITS_MAX_JUMP_MS")
                .containsEntry("tuner.limits.min_share", "file " + file())
                .containsEntry("tuner.limits.max_share", "default")
                .containsEntry("tuner.public_keys", "file " + file());
    }

    @ParameterizedTest
    @CsvSource({"1, false, environment MM_OFF", "0, true, environment SOAK_TUNER_AUTO_TUNE"})
    void shouldHeedASwitchOfAnotherName(String value, boolean autoTune, String origin) {
        // When
        LayeredSettings.Resolved<SampleSettings> resolved =
                resolve("", Map.of("MM_OFF", value, "SOAK_TUNER_AUTO_TUNE", "true"));

        // Then
        assertThat(resolved.settings().autoTune()).isEqualTo(autoTune);
        assertThat(resolved.origins()).containsEntry("tuner.auto_tune", origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# tuner:\n",
                "tuner:\n",
                "tuner:\n  limits:\n",
                "tuner: {}\n",
                "gate:\n  anything: 3\n",
                "gate: 3\ntuner:\n"
            })
    void shouldTakeAFileThatSaysNothing(String yaml) {
        assertThat(resolve(yaml, Map.of()).settings()).isEqualTo(DEFAULTS);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'tuner: {windw_length: 9}'          | tuner.windw_length: no such setting (file FILE)",
                "'tuner: {windw_length: }'           | tuner.windw_length: no such setting (file FILE)",
                "'tuner: {limits: {share: 1}}'       | tuner.limits.share: no such setting (file FILE)",
                "'tuner: {limits: 3}'                | tuner.limits: a group of settings, not a value (file FILE)",
                "'tuner: 3'                          | tuner: a group of settings, not a value (file FILE)",
                "'tuner: {window_length: nine}'      | tuner.window_length: \"nine\" is no whole number (file FILE)",
                "'tuner: {window_length: 0}'         | tuner.window_length: 0 is below 1 (file FILE)",
                "'tuner: {window_length: {a: 1}}'    | tuner.window_length: {a=1} is no whole number (file FILE)",
                "'tunr: {window_length: 9}'          | tunr: no such group of settings (file FILE)",
                "'[1, 2]'                            | FILE: no YAML map of settings"
            })
    void shouldRefuseAMistakeInTheFile(String yaml, String message) {
        assertThatThrownBy(() -> resolve(yaml, Map.of()))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(message.replace("FILE", file().toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tuner: [", "tuner: {window_length: 8, window_length: 9}", "tuner: !!int 3", "a: 1\n---\nb: 2"})
    void shouldRefuseWhatIsNotYaml(String yaml) {
        assertThatThrownBy(() -> resolve(yaml, Map.of()))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(file().toString())
                .hasMessageContaining(": not YAML: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void shouldNameAFileThatIsMissing() {
        // Given
        Path missing = directory.resolve("nowhere.yaml");

        // When // Then
        assertThatThrownBy(() -> layered(Optional.of(missing), Map.of()))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(missing + ": there is no such file");
    }

    @Test
    void shouldRefuseAMistakeInTheEnvironment() {
        assertThatThrownBy(() -> resolve("", Map.of("SOAK_TUNER_WINDW_LENGTH", "9")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("SOAK_TUNER_WINDW_LENGTH: no setting has this environment variable");
        assertThatThrownBy(() -> resolve("", Map.of("SOAK_TUNER_WINDOW_LENGTH", "nine")))
                .hasMessage("tuner.window_length: \"nine\" is no whole number (environment SOAK_TUNER_WINDOW_LENGTH)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tuner.windw_length=9 | tuner.windw_length: no such setting (--set)",
                "tunr.window_length=9 | tunr.window_length: no such setting (--set)",
                "gate.anything=9      | gate.anything: no such setting (--set)",
                "tuner=9              | tuner: a group of settings, not a value (--set)",
                "tuner.window_length= | tuner.window_length: \"\" is no whole number (--set)",
                "tuner.window_length  | --set: \"tuner.window_length\" is not KEY=VALUE",
                "=9                   | --set: \"=9\" is not KEY=VALUE"
            })
    void shouldRefuseAMistakeInAFlag(String flag, String message) {
        assertThatThrownBy(() -> resolve("", Map.of(), flag))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(message);
    }

    @Test
    void shouldNotShowTheEnvironment() {
        // When
        SettingSources sources =
                new SettingSources(Optional.empty(), Map.of("PASSWORD", "s3cret"), List.of(), List.of());

        // Then
        assertThat(sources.toString()).doesNotContain("s3cret");
    }

    private LayeredSettings.Resolved<SampleSettings> resolve(
            String yaml, Map<String, String> environment, String... flags) {
        try {
            Files.writeString(file(), yaml);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return layered(Optional.of(file()), environment, flags).resolve("tuner", DEFAULTS);
    }

    private static LayeredSettings layered(Optional<Path> file, Map<String, String> environment, String... flags) {
        List<SettingSources.Assignment> assignments = Stream.of(flags)
                .map(flag -> SettingSources.Assignment.parse("--set", flag))
                .toList();
        return new LayeredSettings(
                new SettingSources(file, environment, SWITCHES, assignments), Set.of("tuner"), Set.of("gate"));
    }

    private Path file() {
        return directory.resolve("soak.yaml");
    }
}
