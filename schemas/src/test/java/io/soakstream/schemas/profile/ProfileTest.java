package io.soakstream.schemas.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
    private final ParameterCatalogue catalogue = ParameterCatalogue.standard();

    @TempDir
    private Path directory;

    private Profile file(String yaml) {
        return Profile.read(new ProfileFiles(directory).with("p.yaml", yaml), catalogue);
    }

    private void assertRefused(String yaml, String message) {
        assertThatThrownBy(() -> file(yaml))
                .isInstanceOf(InvalidProfileException.class)
                .hasMessageContaining("p.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void shouldHoldThePublishedStartSets() {
        assertThat(Profile.read("best_cell", catalogue).values()).isEqualTo(Overrides.start(catalogue));
        assertThat(Profile.read("default_overrides", catalogue).values())
                .isEqualTo(overrides("65", "280", "0.14", "620", "0.09", "0.14"));
        assertThat(Profile.read("steady_safe", catalogue).values())
                .isEqualTo(overrides("75", "250", "0.15", "740", "0.08", "0.15"));
        assertThat(Profile.read("steady_safe", catalogue).targets())
                .containsOnly(
                        Map.entry("risk_limit", new BigDecimal("0.40")),
                        Map.entry("maker_taker_min", new BigDecimal("0.83")),
                        Map.entry("latency_p95_limit_ms", new BigDecimal("350")));
    }

    private Overrides overrides(
            String minInterval,
            String replaceRate,
            String spreadDelta,
            String tailAge,
            String impact,
            String maxDelta) {
        return Overrides.startingFrom(
                catalogue,
                Map.of(
                        "min_interval_ms", new BigDecimal(minInterval),
                        "replace_rate_per_min", new BigDecimal(replaceRate),
                        "base_spread_bps_delta", new BigDecimal(spreadDelta),
                        "tail_age_ms", new BigDecimal(tailAge),
                        "impact_cap_ratio", new BigDecimal(impact),
                        "max_delta_ratio", new BigDecimal(maxDelta)));
    }

    @Test
    void shouldReadAFileOfTheUserWithFlatNamesAndSections() {
        // When
        Profile mine = file("{name: mine, version: 3, values: {engine: {tail_age_ms: 650}, bias: 0.25}}");

        // Then
        assertThat(mine.name()).isEqualTo("mine");
        assertThat(mine.values().value("tail_age_ms").orElseThrow()).isEqualByComparingTo("650");
        assertThat(mine.values().value("bias").orElseThrow()).isEqualByComparingTo("0.25");
    }

    @Test
    void shouldNameFileAndKeyOfWhatItRefuses() {
        assertRefused(
                "{name: a, version: 1, values: {tail_age_ms: 850}}",
                "values.tail_age_ms: engine.tail_age_ms: 850 is outside 500..800 ms");
        assertRefused("{name: a, version: 1, values: {tail_age: 600}}", "values.tail_age: tail_age: no such parameter");
        assertRefused(
                "{name: a, version: 1, values: {tail_age_ms: soon}}", "values.tail_age_ms: \"soon\" is not a decimal");
        assertRefused("{name: a, version: 1, values: {tail_age_ms: 1e99999999}}", "is not a decimal");
        assertRefused(
                "{name: a, version: 1, values: {tail_age_ms: 600, engine.tail_age_ms: 650}}",
                "values: engine.tail_age_ms");
        assertRefused("{name: a, version: 1, valeus: {}}", "valeus: no such key (name, version, values, targets)");
        assertRefused("{version: 1}", "name: a text is needed");
        assertRefused("{name: a, version: 1, values: 7}", "values: a map is needed");
        assertRefused("[1]", "not a map of keys");
        assertRefused("{name: ", "p.yaml, line 1, column 8: not YAML: ");
    }

    @Test
    void shouldListTheKnownOnesIfThereIsNoSuchProfile() {
        assertThatThrownBy(() -> Profile.read("steady", catalogue))
                .isInstanceOf(InvalidProfileException.class)
                .hasMessage(
                        "steady: neither a profile (best_cell, default_overrides, reckless, steady_safe) nor a file");
    }

    @Test
    void shouldHoldTheSettingsOfASmokeRun() {
        // When
        SmokeSettings smoke = SmokeSettings.read("smoke", catalogue);

        // Then
        assertThat(smoke.iterations()).isEqualTo(3);
        assertThat(smoke.policy()).isEqualTo("smoke");
        assertThat(smoke.startOverrides().value("bias")).isPresent();
        assertThat(smoke.startOverrides().value("rescue_max_ratio")).isPresent();
    }

    @Test
    void shouldNameTheKeyOfABrokenSmokeFile() {
        // Given
        String broken = new ProfileFiles(directory)
                .with("s.yaml", "{name: s, version: 1, iterations: 0, seed: 1, policy: smoke}");

        // Then
        assertThatThrownBy(() -> SmokeSettings.read(broken, catalogue))
                .isInstanceOf(InvalidProfileException.class)
                .hasMessage(broken + ": iterations: \"0\" is no whole number from 1 to 1000");
    }
}
