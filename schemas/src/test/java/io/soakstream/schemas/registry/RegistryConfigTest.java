package io.soakstream.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryConfigTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://soak:s3cret@localhost:8081",
                "http://soak:s3cret@under_score:8081",
                "ftp://localhost/s3cret",
                "http:/s3cret",
                "http://localhost?token=s3cret",
                "s3cret"
            })
    void shouldRefuseAUrlWithoutRepeatingIt(String url) {
        // Given
        URI given = URI.create(url);

        // When / Then
        assertThatThrownBy(() -> RegistryConfig.of(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("registry.url")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void shouldNotShowSecrets() {
        // Given
        RegistryConfig config = RegistryConfig.of(URI.create("https://localhost:8081"))
                .withCredentials(RegistryCredentials.basic("soak", "s3cret"))
                .withTls(new RegistryTls(Path.of("t.p12"), "s3cret", Path.of("k.p12"), "s3cret"));

        // When
        String text = config + " " + RegistryCredentials.bearer("s3cret");

        // Then
        assertThat(text)
                .contains("https://localhost:8081", "basic", "bearer", "t.p12", "k.p12")
                .doesNotContain("s3cret");
    }

    @Test
    void shouldRefuseHalfOrTwofoldCredentials() {
        assertThatThrownBy(() -> RegistryCredentials.basic("soak", null)).hasMessageContaining("registry.password");
        assertThatThrownBy(() -> new RegistryCredentials("soak", "p", "t")).hasMessageContaining("registry.token");
        assertThatThrownBy(() -> RegistryCredentials.basic("a:b", "p")).hasMessageContaining("registry.user");
        assertThatThrownBy(() -> RegistryCredentials.bearer("s3cret\r\nX: y"))
                .hasMessageContaining("registry.token")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void shouldRefuseAStoreWithoutPassword() {
        assertThatThrownBy(() -> new RegistryTls(Path.of("t.p12"), null, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("registry.truststore-password");
    }

    @Test
    void shouldRefuseTimesThatMakeNoSense() {
        assertThatThrownBy(() -> timeouts(0, 1, 2)).hasMessageContaining("registry.patience");
        assertThatThrownBy(() -> timeouts(60, 5, 5)).hasMessageContaining("registry.largest-backoff");
        assertThatThrownBy(() -> timeouts(1, 2, 5)).hasMessageContaining("registry.patience");
    }

    @Test
    void shouldWaitAsDocumentedByDefault() {
        // When
        RegistryTimeouts defaults =
                RegistryConfig.of(URI.create("http://localhost")).timeouts();

        // Then
        assertThat(defaults.connect()).isEqualTo(Duration.ofSeconds(3));
        assertThat(defaults.request()).isEqualTo(Duration.ofSeconds(10));
        assertThat(defaults.patience()).isEqualTo(Duration.ofMinutes(2));
    }

    private static RegistryTimeouts timeouts(int patience, int first, int largest) {
        return new RegistryTimeouts(
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(patience),
                Duration.ofSeconds(first),
                Duration.ofSeconds(largest));
    }
}
