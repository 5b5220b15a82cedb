package io.soakstream.schemas.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EchoTest {
    private static final String HASH = "in force";

    @Test
    void shouldConfirmOrContradictByAHashThatHeldThroughout() {
        // Given
        Echo echo = new Echo(Optional.of(HASH), false);

        // Then
        assertThat(echo.says()).isTrue();
        assertThat(echo.confirms(HASH)).isTrue();
        assertThat(echo.contradicts(HASH)).isFalse();
        assertThat(echo.confirms("another")).isFalse();
        assertThat(echo.contradicts("another")).isTrue();
    }

    @Test
    void shouldSayNothingOfEitherSetWhenMixed() {
        // Given
        Echo mixed = new Echo(Optional.of(HASH), true);

        // Then
        assertThat(mixed.says()).isTrue();
        assertThat(mixed.confirms(HASH)).isFalse();
        assertThat(mixed.contradicts("another")).isFalse();
        assertThat(new Echo(Optional.empty(), true).says()).isTrue();
    }

    @Test
    void shouldSayNothingAtAllWhenSilent() {
        assertThat(Echo.silent().says()).isFalse();
        assertThat(Echo.silent().confirms(HASH)).isFalse();
        assertThat(Echo.silent().contradicts(HASH)).isFalse();
    }
}
