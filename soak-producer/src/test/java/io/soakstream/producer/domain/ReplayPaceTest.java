package io.soakstream.producer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayPaceTest {
    @ParameterizedTest
    @CsvSource({"fast, 0", "recorded, 300000", "60x, 5000", "0.5x, 600000"})
    void shouldWaitAsLongAsThePaceSays(String word, long expectedMs) {
        assertThat(ReplayPace.parse(word).between(1_000, 301_000)).isEqualTo(Duration.ofMillis(expectedMs));
    }

    @Test
    void shouldNotWaitWhereTimeGoesBack() {
        assertThat(ReplayPace.RECORDED.between(301_000, 1_000)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0x", "-1x", "1e9x", "60", "slow", "NaNx"})
    void shouldRefuseWhatIsNoPace(String word) {
        assertThatThrownBy(() -> ReplayPace.parse(word)).isInstanceOf(IllegalArgumentException.class);
    }
}
