package io.soakstream.deploy.rollback.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.rollback.Watch;
import io.soakstream.producer.http.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertServerTest {
    private static final String TOKEN = "t".repeat(32);
    private static final String ALERT =
            "{\"version\": \"4\", \"truncatedAlerts\": 3, \"news\": 1, \"alerts\": [{\"status\": \"firing\", \"labels\":"
                    + " {\"alertname\": \"SoakGuardTrip\"}, \"fingerprint\": \"f\", \"startsAt\": \"2026-03-01T11:00:00+01:00\"}]}";

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private AlertServer server;

    @BeforeEach
    void start() throws IOException {
        Path tokens = Files.writeString(directory.resolve("tokens"), TOKEN + "\n");
        server = AlertServer.start(
                new WatcherConfig("127.0.0.1", 0, Tokens.read(tokens)),
                new Watch(directory).watcher(),
                new WatcherMetrics(),
                InstantSource.system());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldAnswerTheWebhookAndShowWhatWasLeftOut() throws Exception {
        // When
        HttpResponse<String> answer = post("/alert-hook", ALERT, TOKEN);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"processed\" : 1", "\"status\" : \"executed\"", "\"truncated\" : 3");
        assertThat(Files.readString(directory.resolve("audit.jsonl")))
                .contains("\"incident\":\"f@2026-03-01T10:00:00Z\"", "\"kind\":\"truncated\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{x | 400 | {\"error\":\"Invalid JSON\"}",
                "'' | 400 | {\"error\":\"Invalid JSON\"}",
                "[{}] | 400 | the body must be an object with a list of alerts",
                "{\"alerts\": 5} | 400 | alerts: must be a list",
                "{\"alerts\": [7]} | 200 | alerts[0].labels.alertname: is missing",
                "{\"alerts\": []} | 200 | \"processed\" : 0"
            })
    void shouldRefuseWhatIsNoWebhookAndWriteItDown(String body, int status, String text) throws Exception {
        // When
        HttpResponse<String> answer = post("/alert-hook", body, TOKEN);

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(text);
    }

    @Test
    void shouldLimitDepthNumberAndSize() throws Exception {
        String deep = "[".repeat(40) + "]".repeat(40);
        String many = "{\"alerts\": [" + String.join(",", Collections.nCopies(1_001, "{}")) + "]}";
        assertThat(post("/alert-hook", deep, TOKEN).statusCode()).isEqualTo(400);
        assertThat(post("/alert-hook", many, TOKEN).body()).contains("more than 1000");
        assertThat(post("/alert-hook", " ".repeat(1024 * 1024 + 1), TOKEN).statusCode())
                .isEqualTo(413);
    }

    @Test
    void shouldLetNobodyInWithoutTheToken() throws Exception {
        // When
        HttpResponse<String> without = post("/alert-hook", ALERT, "");
        HttpResponse<String> wrong = post("/alert-hook", ALERT, "x".repeat(32));

        // Then
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(get("/metrics", TOKEN).body()).contains("soak_rollback_unauthorised_total 2.0");
        assertThat(directory.resolve("audit.jsonl")).isEmptyFile();
    }

    @Test
    void shouldSayThatItIsWellToEverybodyAndKnowNoOtherPath() throws Exception {
        assertThat(get("/health", "").body()).isEqualTo("{\"status\":\"healthy\"}\n");
        assertThat(get("/", TOKEN).statusCode()).isEqualTo(404);
        assertThat(get("/metrics", "").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> post(String path, String body, String token) throws IOException, InterruptedException {
        return client.send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return client.send(request(path, token).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
}
