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

class PresetTest {
    private final ParameterCatalogue catalogue = ParameterCatalogue.standard();

    @TempDir
    private Path directory;

    private Preset file(String yaml) {
        return Preset.read(new ProfileFiles(directory).with("p.yaml", yaml), catalogue);
    }

    private static void assertValue(Overrides values, String name, String expected) {
        assertThat(values.value(name).orElseThrow()).as(name).isEqualByComparingTo(expected);
    }

    @Test
    void shouldWorkOnTheValuesThatAreThereAndLeaveAloneWhatIsNotSet() {
        // Given
        Overrides steadySafe = Profile.read("steady_safe", catalogue).values();

        // When
        Preset.Applied applied = Preset.read("maker_bias_uplift_v1", catalogue).applyTo(steadySafe);

        // Then
        assertValue(applied.values(), "base_spread_bps_delta", "0.16");
        assertValue(applied.values(), "replace_rate_per_min", "225");
        assertValue(applied.values(), "max_delta_ratio", "0.1425");
        assertValue(applied.values(), "tail_age_ms", "740");
        assertThat(applied.values().value("rescue_max_ratio")).isEmpty();
        assertThat(applied.notes())
                .containsExactlyInAnyOrder(
                        "preset maker_bias_uplift_v1: engine.min_interval_ms: 90 ms is cut to 80",
                        "preset maker_bias_uplift_v1: risk.impact_cap_ratio: 0.076 ratio is cut to 0.08",
                        "preset maker_bias_uplift_v1: taker_rescue.rescue_max_ratio: is not set, so it is left alone",
                        "preset maker_bias_uplift_v1: taker_rescue.min_edge_bps: is not set, so it is left alone",
                        "preset maker_bias_uplift_v1: taker_rescue.cooldown_ms: is not set, so it is left alone");
    }

    @Test
    void shouldChangeWhatIsSet() {
        // Given
        Overrides rescuing = Overrides.startingFrom(
                catalogue, Map.of("rescue_max_ratio", new BigDecimal("0.4"), "cooldown_ms", new BigDecimal("1000")));

        // When
        Overrides values =
                Preset.read("maker_bias_uplift_v1", catalogue).applyTo(rescuing).values();

        // Then
        assertValue(values, "rescue_max_ratio", "0.34");
        assertValue(values, "cooldown_ms", "1250");
    }

    @Test
    void shouldRoundOnceAndHalfEven() {
        // Given
        Preset preset =
                file("{name: p, version: 1, operations: {min_interval_ms: {add: 2.5}, tail_age_ms: {add: 1.5}}}");

        // When
        Overrides values = preset.applyTo(Overrides.start(catalogue)).values();

        // Then
        assertValue(values, "min_interval_ms", "62");
        assertValue(values, "tail_age_ms", "602");
    }

    @Test
    void shouldNameFileAndKeyOfWhatItRefuses() {
        assertRefused("{tail: {add: 1}}", "operations.tail: no such parameter in the catalogue");
        assertRefused("{tail_age_ms: {sub: 1}}", "operations.tail_age_ms.sub: no such operation (add, mul)");
        assertRefused("{tail_age_ms: {add: x}}", "operations.tail_age_ms.add: \"x\" is not a decimal");
        assertRefused("{tail_age_ms: {mul: -1}}", "operations.tail_age_ms.mul: a factor is not below 0");
        assertRefused("{tail_age_ms: {add: 1, mul: 2}}", "operations.tail_age_ms: exactly one operation");
        assertRefused("{tail_age_ms: {add: 1}, engine.tail_age_ms: {add: 1}}", "stands there twice");
        assertRefused("{tail_age_ms: 7}", "operations.tail_age_ms: a map is needed");
    }

    private void assertRefused(String operations, String message) {
        assertThatThrownBy(() -> file("{name: p, version: 1, operations: " + operations + "}"))
                .isInstanceOf(InvalidProfileException.class)
                .hasMessageContaining("p.yaml: ")
                .hasMessageContaining(message);
    }

    @Test
    void shouldListTheKnownOnesIfThereIsNoSuchPreset() {
        assertThatThrownBy(() -> Preset.read("maker", catalogue))
                .hasMessage("maker: neither a preset (maker_bias_uplift_v1, warmup_conservative_v1) nor a file");
    }
}
