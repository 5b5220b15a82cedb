package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code soak demo --stay} prints leads to its dashboard, and its token may command. */
class StayingDemoIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Pattern ADDRESS = Pattern.compile("dashboard (http://127\\.0\\.0\\.1:\\d+)/\n");
    private static final String TOKEN = "a-control-token-of-at-least-32-characters";

    @TempDir
    Path directory;

    @Test
    void shouldPrintWhereItsDashboardIs() throws Exception {
        // Given
        Path tokens = Files.writeString(directory.resolve("tokens"), TOKEN + "\n");

        // When
        try (SoakProcess demo = SoakProcess.start(
                "io.soakstream.deploy.app.SoakCli",
                List.of("demo", "--stay", "--iterations=4", "--control-tokens=" + tokens),
                directory.resolve("demo.log"))) {
            await().atMost(PATIENCE).until(() -> demo.says("staying up, with all apps running: http://127.0.0.1:"));

            // Then
            Matcher printed = ADDRESS.matcher(demo.output());
            assertThat(printed.find()).as(demo.output()).isTrue();
            assertThat(get(printed.group(1) + "/")).contains("dashboard.js");
            assertThat(get(printed.group(1) + "/api/v1/access")).contains("\"role\":\"control\"", "true");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(get(printed.group(1) + "/api/v1/runs"))
                    .contains("\"bot\":\"demo\"", "COMPLETED"));
            await().atMost(PATIENCE).until(() -> demo.says("notifier: Soak [FAIL] FAIL |"));
            demo.terminate();
        }
    }

    /** The same soak without a broker knows nothing of that, so it cannot say which verdict there must be. */
    @Test
    void shouldStayWhenSomebodyStepsIn() throws Exception {
        // Given
        Path tokens = Files.writeString(directory.resolve("tokens"), TOKEN + "\n");
        try (SoakProcess demo = SoakProcess.start(
                "io.soakstream.deploy.app.SoakCli",
                List.of("demo", "--stay", "--iterations=60", "--control-tokens=" + tokens),
                directory.resolve("commanded.log"))) {
            await().atMost(PATIENCE).until(() -> demo.says("iteration  1: "));
            Matcher printed = ADDRESS.matcher(demo.output());
            assertThat(printed.find()).as(demo.output()).isTrue();

            // When
            await().atMost(PATIENCE).until(() -> freeze(printed.group(1)) == 200);

            // Then
            await().atMost(PATIENCE).until(() -> demo.says("staying up, with all apps running"));
            assertThat(demo.output()).contains("commands given: 1", "The offline gate gives the same digest.");
            assertThat(get(printed.group(1) + "/api/v1/runs")).contains("\"bot\":\"demo\"");
            demo.terminate();
        }
    }

    private static int freeze(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/bots/demo/runs/latest/freeze"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"id\": \"one\", \"actor\": \"ann\", \"reason\": \"looks wrong\", \"wait_s\": 60}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String get(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(url).isEqualTo(200);
        return answer.body();
    }
}
