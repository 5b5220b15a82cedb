package io.soakstream.tuner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TunerConfigTest {
    /** As recordings of the first version have it. */
    private static final String FIRST =
            "{\"admission\":{\"earliest_ms\":946684800000,\"latest_ms\":4102444800000,\"max_first_iteration\":1000000,"
                    + "\"max_iteration_jump\":1000,\"max_time_jump_ms\":604800000,\"remembered_iterations\":64},"
                    + "\"window_length\":5}";

    @Test
    void shouldReadTheConfigurationOfOlderRecordings() {
        assertThat(TunerConfig.parse(FIRST)).isEqualTo(TunerConfig.defaults().withWindowLength(5));
    }

    @Test
    void shouldReadBackWhatItWrites() {
        // Given
        TunerConfig config = TunerConfig.defaults().withWindowLength(36);

        // When
        TunerConfig read = TunerConfig.parse(config.canonicalJson());

        // Then
        assertThat(read).isEqualTo(config);
        assertThat(read.digest())
                .isEqualTo(config.digest())
                .isNotEqualTo(TunerConfig.defaults().digest());
    }

    @Test
    void shouldKeepTheKeysOfTheFirstVersion() {
        assertThat(TunerConfig.defaults().withWindowLength(5).canonicalJson())
                .startsWith(FIRST.substring(0, FIRST.indexOf('}')))
                .endsWith(",\"window_length\":5}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"window_length\": 0}                        | window_length: 0 is outside 1..1000",
                "{\"window_length\": 1001}                     | window_length: 1001 is outside 1..1000",
                "{\"window_length\": 8.5}                      | window_length: 8.5 is no whole number",
                "{\"admission\": {\"max_time_jump_ms\": 0}}    | admission.max_time_jump_ms: 0 is below 1",
                "{\"admission\": {\"earliest_ms\": 4102444800000}} | admission.earliest_ms: 4102444800000 is not below "
                        + "latest_ms 4102444800000",
                "[]                                            | settings: no JSON object"
            })
    void shouldNameTheKeyThatIsWrong(String json, String message) {
        assertThatThrownBy(() -> TunerConfig.parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
