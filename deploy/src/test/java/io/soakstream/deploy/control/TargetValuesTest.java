package io.soakstream.deploy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetValuesTest {
    private static final String COMPLETE = """
            {"engine": {"min_interval_ms": 60, "replace_rate_per_min": 300.0, "tail_age_ms": 620, "concurrency_limit": 10},
             "risk": {"base_spread_bps_delta": 0.07, "base_spread_bps": 0.12, "impact_cap_ratio": 0.1},
             "max_delta_ratio": 0.150}
            """;

    @TempDir
    private Path directory;

    private Path file(String json) throws IOException {
        return Files.writeString(directory.resolve("values.json"), json);
    }

    private List<ParameterValue> read(String json) throws IOException {
        return TargetValues.read(ParameterCatalogue.standard(), file(json));
    }

    @Test
    void shouldReadFlatNamesAndSectionsAsExactDecimals() throws IOException {
        // When
        List<ParameterValue> values = read(COMPLETE);

        // Then
        assertThat(values)
                .extracting(value -> value.getName() + "=" + value.getValue())
                .containsExactly(
                        "base_spread_bps=0.12",
                        "base_spread_bps_delta=0.07",
                        "concurrency_limit=10",
                        "impact_cap_ratio=0.1",
                        "max_delta_ratio=0.15",
                        "min_interval_ms=60",
                        "replace_rate_per_min=300",
                        "tail_age_ms=620");
    }

    @Test
    void shouldNameEverythingThatIsWrong() {
        assertThatThrownBy(() -> read("{\"tail_age_ms\": 850, \"engine\": {\"tail\": 1}, \"impact_cap_ratio\": \"0.1\","
                        + " \"min_interval_ms\": 60, \"replace_rate_per_min\": 300, \"base_spread_bps\": 0.12,"
                        + " \"base_spread_bps_delta\": 0.05}"))
                .isInstanceOf(InvalidValuesException.class)
                .hasMessage(directory.resolve("values.json")
                        + ": engine.tail_age_ms: 850 is outside 500..800 ms; engine.tail: no such parameter in the"
                        + " catalogue; impact_cap_ratio: not a number; missing: risk.impact_cap_ratio,"
                        + " risk.max_delta_ratio, engine.concurrency_limit");
    }

    @Test
    void shouldRefuseTwoValuesForOneName() {
        assertThatThrownBy(() ->
                        read(COMPLETE.replace("\"max_delta_ratio\"", "\"tail_age_ms\": 700, \"max_delta_ratio\"")))
                .hasMessageContaining("engine.tail_age_ms: given twice, as 620 and 700");
        assertThatThrownBy(() -> read("{\"tail_age_ms\": 600, \"tail_age_ms\": 700}"))
                .hasMessageContaining("Duplicate");
    }

    @Test
    void shouldNameAFileThatIsNoObject() {
        assertThatThrownBy(() -> read("[1]"))
                .hasMessageEndingWith("values.json: not a JSON object of names and values");
        assertThatThrownBy(() -> read("{")).hasMessageContaining("values.json: not JSON: ");
        assertThatThrownBy(() -> TargetValues.read(ParameterCatalogue.standard(), directory.resolve("none.json")))
                .hasMessageEndingWith("none.json: cannot be read");
    }
}
