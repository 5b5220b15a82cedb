package io.soakstream.producer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.producer.telemetry.MetricsEndpoint;
import io.soakstream.producer.telemetry.Scrape;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MetricsServerTest {
    private static final int ANSWER_WITHIN_MS = 20_000;

    @Test
    void shouldShowThePageAsItIsNow() throws Exception {
        // Given
        int[] scrapes = {0};
        try (MetricsServer server = MetricsServer.start(0, () -> "mm_ws_lag_max_ms " + ++scrapes[0] + "\n")) {
            MetricsEndpoint endpoint =
                    new MetricsEndpoint(URI.create("http://127.0.0.1:" + server.port() + "/metrics"));

            // When
            endpoint.scrape();
            Scrape second = endpoint.scrape();

            // Then
            assertThat(second).isNotNull();
            assertThat(scrapes[0]).isEqualTo(2);
        }
    }

    @Test
    void shouldSayThatThereIsNoOtherPage() throws Exception {
        try (MetricsServer server = MetricsServer.start(0, () -> "")) {
            assertThatThrownBy(
                            () -> new MetricsEndpoint(URI.create("http://127.0.0.1:" + server.port() + "/x")).scrape())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("answers with status 404");
        }
    }

    @Test
    void shouldNotAnswerToAnotherName() throws Exception {
        try (MetricsServer server = MetricsServer.start(0, () -> "secret 1\n");
                Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(ANSWER_WITHIN_MS);

            // When
            socket.getOutputStream()
                    .write("GET /metrics HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            // Then
            assertThat(answer).startsWith("HTTP/1.1 421").doesNotContain("secret");
        }
    }

    @Test
    void shouldNameThePortThatIsTaken() throws Exception {
        try (MetricsServer first = MetricsServer.start(0, () -> "")) {
            assertThatThrownBy(() -> MetricsServer.start(first.port(), () -> ""))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("127.0.0.1:" + first.port());
        }
    }
}
