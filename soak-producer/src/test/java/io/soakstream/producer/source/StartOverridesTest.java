package io.soakstream.producer.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.schemas.contract.ParameterValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartOverridesTest {
    @TempDir
    private Path directory;

    @Test
    void shouldTakeFlatAndNestedNames() throws IOException {
        // When
        StartOverrides start = read("""
                {"engine": {"min_interval_ms": 60, "tail_age_ms": 600.0}, "risk.impact_cap_ratio": 0.10,
                 "max_delta_ratio": 0.15, "engine.tail_age_ms": 600}
                """);

        // Then
        assertThat(start.rejections()).isEmpty();
        assertThat(start.values())
                .containsExactly(
                        new ParameterValue("impact_cap_ratio", "0.1"),
                        new ParameterValue("max_delta_ratio", "0.15"),
                        new ParameterValue("min_interval_ms", "60"),
                        new ParameterValue("tail_age_ms", "600"));
    }

    @Test
    void shouldRefuseTwoValuesForOneName() throws IOException {
        // When
        StartOverrides start = read("{\"engine\": {\"tail_age_ms\": 600}, \"tail_age_ms\": 650}");

        // Then
        assertThat(start.rejections())
                .hasToString("[runtime_overrides.start.json: tail_age_ms: 650 is not the 600 that tail_age_ms has"
                        + " elsewhere in the file]");
    }

    @Test
    void shouldRefuseWhatTheCatalogueRefusesAndKeepTheRest() throws IOException {
        // Given
        StartValueRule rule = new StartValueRule() {
            @Override
            public String flatName(String name) {
                return name;
            }

            @Override
            public Optional<String> refusal(String name, String value) {
                return name.equals("tail_age_ms") ? Optional.of(value + " is above 800") : Optional.empty();
            }
        };

        // When
        StartOverrides start = read("{\"tail_age_ms\": 900, \"min_interval_ms\": 60}", rule);

        // Then
        assertThat(start.values()).isEqualTo(List.of(new ParameterValue("min_interval_ms", "60")));
        assertThat(start.rejections()).hasToString("[runtime_overrides.start.json: tail_age_ms: 900 is above 800]");
    }

    @Test
    void shouldNotLoseTheSoakToABrokenStart() throws IOException {
        // Given
        SoakFiles.iteration(directory, 1);
        Files.writeString(directory.resolve(StartOverrides.FILE), "{");

        // When
        RecordedSoak soak = new SoakReader().read(directory, ReadOptions.defaults());

        // Then
        assertThat(SoakFiles.numbers(soak)).containsExactly(1);
        assertThat(soak.rejections())
                .singleElement()
                .asString()
                .startsWith("runtime_overrides.start.json: is not JSON");
    }

    private StartOverrides read(String json) throws IOException {
        return read(json, StartValueRule.lenient());
    }

    private StartOverrides read(String json, StartValueRule rule) throws IOException {
        Files.writeString(directory.resolve(StartOverrides.FILE), json);
        return StartOverrides.read(directory, rule);
    }
}
