package io.soakstream.producer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunSelectorTest {
    @ParameterizedTest
    @CsvSource({
        "bot:run, bot:run, true",
        "bot:run, other:run, false",
        "run, bot:run, true",
        "run, other:run, true",
        "run, bot:myrun, false",
        "run, :run, false",
        "run, a:b:run, false",
        "run, run, false"
    })
    void shouldMatchTheKeysOfTheRun(String selector, String key, boolean expected) {
        assertThat(RunSelector.parse(selector).matches(key)).isEqualTo(expected);
    }

    @Test
    void shouldRefuseWhatIsNoRun() {
        assertThatThrownBy(() -> RunSelector.parse("my run"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("my run");
    }
}
