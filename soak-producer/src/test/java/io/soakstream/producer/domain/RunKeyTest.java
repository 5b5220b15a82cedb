package io.soakstream.producer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunKeyTest {
    @Test
    void shouldJoinBotAndRun() {
        // Given
        RunKey key = RunKey.parse("mm-1:RUN_17");

        // When
        String text = key.text();

        // Then
        assertThat(text).isEqualTo("mm-1:RUN_17").isEqualTo(key.toString());
        assertThat(key.bytes()).asString().isEqualTo("mm-1:RUN_17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nocolon", ":run", "bot:", "a:b:c", "b ot:run", "-bot:run", "bot:ru/n"})
    void shouldRefuseWhatIsNoKey(String text) {
        assertThatThrownBy(() -> RunKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNameThePartThatIsTooLong() {
        assertThatThrownBy(() -> new RunKey("bot", "r".repeat(65)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("run \"rrr");
    }

    @Test
    void shouldNameAFreshRunByTheInjectedClock() {
        // Given
        InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(1_700_000_000_123L));

        // When
        String run = RunKey.freshRun(clock);

        // Then
        assertThat(run).isEqualTo("RUN_1700000000123");
    }
}
