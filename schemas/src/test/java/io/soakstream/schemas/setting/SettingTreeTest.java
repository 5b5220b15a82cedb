package io.soakstream.schemas.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTreeTest {
    @Test
    void shouldSortTheKeys() {
        assertThat(SettingTree.of(SampleSettings.defaults()))
                .containsExactly(
                        Map.entry("auto_tune", true),
                        Map.entry(
                                "limits",
                                Map.of(
                                        "max_jump_ms",
                                        604_800_000L,
                                        "max_share",
                                        BigDecimal.ONE,
                                        "min_share",
                                        new BigDecimal("0.10"))),
                        Map.entry("owner", "ops"),
                        Map.entry("public_keys", Map.of("ann", "MCow=")),
                        Map.entry("readers", List.of("ann")),
                        Map.entry("window_length", 8));
    }

    @Test
    void shouldWriteCanonicalJson() {
        assertThat(SettingTree.canonicalJson(SampleSettings.defaults()))
                .isEqualTo("{\"auto_tune\":true,"
                        + "\"limits\":{\"max_jump_ms\":604800000,\"max_share\":1,\"min_share\":0.1},"
                        + "\"owner\":\"ops\",\"public_keys\":{\"ann\":\"MCow=\"},\"readers\":[\"ann\"],"
                        + "\"window_length\":8}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "3", "null", "{} {}", "{\"a\": 1, \"a\": 2}"})
    void shouldRefuseWhatIsNoJsonObject(String json) {
        assertThatThrownBy(() -> SettingTree.parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("settings: no JSON object");
    }
}
