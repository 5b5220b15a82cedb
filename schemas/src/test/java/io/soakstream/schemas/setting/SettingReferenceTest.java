package io.soakstream.schemas.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingReferenceTest {
    /** A record that does not say what it holds. */
    record Silent(int count) {}

    /** A record of a type that no file can hold. */
    record Strange(@Setting("How long.") Duration silence) {}

    @Test
    void shouldListEverySettingInTheOrderOfTheRecord() {
        assertThat(SettingReference.rows("tuner", SampleSettings.defaults()))
                .extracting(row -> row.path() + "|" + row.type() + "|" + row.unit() + "|" + row.text() + "|" + row.doc()
                        + "|" + row.environmentVariable())
                .containsExactly(
                        "tuner.window_length|whole number|iterations|8|Length of the window.|SOAK_TUNER_WINDOW_LENGTH",
                        "tuner.limits.max_jump_ms|whole number|ms|604800000|Longest jump."
                                + "|SOAK_TUNER_LIMITS_MAX_JUMP_MS",
                        "tuner.limits.min_share|decimal number|ratio|0.1|Lowest share.|SOAK_TUNER_LIMITS_MIN_SHARE",
                        "tuner.limits.max_share|decimal number|ratio|1|Highest share.|SOAK_TUNER_LIMITS_MAX_SHARE",
                        "tuner.auto_tune|true or false||true|Whether it is on.|SOAK_TUNER_AUTO_TUNE",
                        "tuner.owner|text||ops|Who it is.|SOAK_TUNER_OWNER",
                        "tuner.readers|list of texts||ann|Who may look.|SOAK_TUNER_READERS",
                        "tuner.public_keys|map of texts||ann=MCow=|Keys by name.|SOAK_TUNER_PUBLIC_KEYS");
    }

    @Test
    void shouldRefuseASettingThatIsNotExplained() {
        assertThatThrownBy(() -> SettingReference.rows("tuner", new Silent(3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("tuner.count: ");
    }

    @Test
    void shouldRefuseATypeThatNoFileCanHold() {
        assertThatThrownBy(() -> SettingReference.rows("tuner", new Strange(Duration.ZERO)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tuner.silence: a setting cannot be a class java.time.Duration");
    }
}
