package io.soakstream.producer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.StartValueRule;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the sidecar lets in, and what it does not do for anybody. */
class IngestSecurityTest {
    private static final int ANSWER_WITHIN_MS = 20_000;
    private static final String ITERATION =
            "{\"iteration\": 1, \"summary\": {\"net_bps\": 3.0, \"risk_ratio\": 0.3, \"maker_taker_ratio\": 0.9}}";

    @Test
    void shouldNotOpenFilesThatARequestNames(@TempDir Path directory) throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("secret.yaml"), "password: x");
        try (TestServer server = TestServer.start()) {
            // When
            HttpResponse<String> answer =
                    server.post(TestServer.RUN + "/start", "{\"profile\": \"" + file + "\", \"hours\": 3}");

            // Then
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("no such profile (best_cell, default_overrides, reckless, steady_safe)")
                    .contains("{\"field\":\"hours\",\"message\":\"is not a field of a start\"}");
        }
    }

    @Test
    void shouldRefuseOtherContentAndTooMuchOfIt() throws IOException {
        try (TestServer server = TestServer.start()) {
            // When
            HttpResponse<String> form = server.send(HttpRequest.newBuilder(server.uri(TestServer.ITERATIONS))
                    .header("Content-Type", "text/plain")
                    .POST(BodyPublishers.ofString(ITERATION)));
            HttpResponse<String> large = server.post(TestServer.ITERATIONS, " ".repeat(1024 * 1024 + 1));
            HttpResponse<String> deep = server.post(TestServer.ITERATIONS, "[".repeat(100));

            // Then
            assertThat(form.statusCode()).isEqualTo(415);
            assertThat(large.statusCode()).isEqualTo(413);
            assertThat(deep.statusCode()).isEqualTo(400);
            assertThat(deep.body()).contains("nesting depth");
        }
    }

    @Test
    void shouldLetInOnlyWhoHasOneOfTheTokens(@TempDir Path directory) throws IOException {
        // Given
        String old = "o".repeat(32);
        String fresh = "f".repeat(32);
        Path file = Files.writeString(directory.resolve("tokens"), "# until Friday\n" + old + "\n" + fresh + "\n");
        try (TestServer server =
                TestServer.start(TestServer.config(Tokens.read(file), 1_000, Duration.ofSeconds(20)))) {
            // When // Then
            assertThat(server.server.routes())
                    .filteredOn(route -> route.access() != Access.PUBLIC)
                    .isNotEmpty()
                    .allSatisfy(route -> assertThat(server.send(HttpRequest.newBuilder(server.uri(route.path()
                                                    .replace("{bot}", "mm")
                                                    .replace("{run}", "nightly")))
                                            .method(route.method().name(), BodyPublishers.noBody()))
                                    .statusCode())
                            .isEqualTo(401));
            assertThat(server.post(TestServer.ITERATIONS, ITERATION, "Authorization", "Bearer " + "x".repeat(32))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(server.post(TestServer.ITERATIONS, ITERATION, "Authorization", "Bearer " + old)
                            .statusCode())
                    .isEqualTo(201);
            assertThat(server.post(TestServer.ITERATIONS, ITERATION, "Authorization", "bearer " + fresh)
                            .statusCode())
                    .isEqualTo(201);
            assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldNotListenElsewhereWithoutATokenNorTakeAShortOne(@TempDir Path directory) throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("tokens"), "\nhunter2\n");

        // When // Then
        assertThatThrownBy(() -> new IngestConfig(
                        "0.0.0.0",
                        0,
                        Tokens.none(),
                        RiskUnit.RATIO,
                        StartValueRule.lenient(),
                        10,
                        Duration.ofSeconds(1),
                        Duration.ZERO))
                .hasMessageStartingWith("bind: 0.0.0.0 can be reached from elsewhere");
        assertThatThrownBy(() -> Tokens.read(file))
                .hasMessageContaining("tokens line 2: a token has at least 32")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @CsvSource({"evil.example,421", "127.0.0.1,200", "localhost:80,200", "[::1]:8090,200"})
    void shouldAnswerToItsOwnNamesOnly(String host, int status) throws IOException {
        try (TestServer server = TestServer.start()) {
            // When
            String answer = raw(server, "GET /health/live HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

            // Then
            assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        }
    }

    @Test
    void shouldAnswerToWhatIsNoHttpInTheSameForm() throws IOException {
        try (TestServer server = TestServer.start()) {
            // When
            String answer = raw(server, "POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n");

            // Then
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
        }
    }

    private static String raw(TestServer server, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.server.port())) {
            socket.setSoTimeout(ANSWER_WITHIN_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
