package io.soakstream.notifier.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void shouldNotPrintItself() {
        assertThat(new Secret("xoxb-canary")).hasToString("***");
        assertThat(List.of(new Secret("xoxb-canary")).toString()).isEqualTo("[***]");
    }

    @Test
    void shouldRefuseMoreThanALine() {
        assertThatThrownBy(() -> new Secret("a\nb"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("a\nb");
    }

    @Test
    void shouldTakeSecretsOutOfTextsInEveryForm() {
        // Given
        Redaction redaction = new Redaction(
                List.of(new Secret("123:abc/def"), new Secret("https://hooks.example/services/T0/B0/canary")));

        // When
        String clean =
                redaction.of("GET https://api.example/bot123:abc/def/x 123%3Aabc%2Fdef; POST /services/T0/B0/canary\n");

        // Then
        assertThat(clean).isEqualTo("GET https://api.example/bot***/x ***; POST *** ");
    }
}
