package io.soakstream.deploy.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.http.ApiRoute;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is asked, the answer is no fault of the server. The profile proof asks 10,000 times. */
class FuzzedRequestsTest {
    private static final long SEED = 20251012;
    private static final int REQUESTS = Integer.getInteger("proof.requests", 1_000);
    private static final List<String> METHODS =
            List.of("GET", "GET", "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "G\u0001T");
    private static final List<String> PARTS = List.of(
            "api",
            "v1",
            "runs",
            "bots",
            "bot",
            "mock36",
            "latest",
            "now",
            "window",
            "guards",
            "overrides",
            "decisions",
            "verdicts",
            "explain",
            "12",
            "-1",
            "99999999999999999999",
            "..",
            "%2e%2e",
            "%00",
            "a%2fb",
            "\u00fc",
            "stores",
            "tuner",
            "gate",
            "health",
            "ready",
            "metrics",
            "freeze",
            "rollback",
            "openapi.json",
            "delta-quality",
            "");
    private static final List<String> QUERIES = List.of(
            "",
            "?limit=0",
            "?limit=1000",
            "?limit=x",
            "?after=1&before=2",
            "?after=-1",
            "?kind=NOPE",
            "?state=RUNNING",
            "?verdict=pass",
            "?stale=maybe",
            "?hops=9",
            "?%",
            "?limit=%00",
            "?committed=true&limit=5",
            "?committed=true&stale=true",
            "?latest_first=true",
            "?after=999999999999999999999");
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "{}",
            "[]",
            "null",
            "{\"actor\":1}",
            "{\"actor\":\"a\",\"reason\":\"b\",\"values\":{\"x\":1e999}}",
            "{\"actor\":\"a\",\"reason\":\"b\"}",
            "{\"actor\":\"a\",\"actor\":\"b\"}",
            "{\"actor\":\"a\",\"reason\":\"b\",\"subsystems\":[{}]}",
            "\u0000\u0001",
            "[".repeat(2_000),
            "{\"actor\":\"a\",\"reason\":\"b\",\"values\":{\"engine\":{\"tail_age_ms\":{}}}}",
            "{\"actor\":\"a\",\"reason\":\"b\",\"wait_s\":0,\"values\":[]}",
            "{\"actor\":\"a\",\"reason\":\"b\",\"wait_s\":1e400}");

    @TempDir
    Path directory;

    @Test
    void shouldNeverFailOnWhatItIsAsked() throws Exception {
        // Given
        Map<String, Integer> counts = new TreeMap<>();
        Random random = new Random(SEED);
        try (ApiBench api = ApiBench.guarded(directory)) {
            // An event stream has no end to wait for.
            List<String> routes = api.server().routes().stream()
                    .map(ApiRoute::path)
                    .filter(path -> !path.endsWith("/events") && !path.endsWith("/pipeline"))
                    .toList();
            // When
            for (int i = 0; i < REQUESTS; i++) {
                String request = request(random, routes);
                String status = status(api.server().port(), request);
                counts.merge(status, 1, Integer::sum);
                assertThat(status)
                        .as("seed %d, request %d: %s", SEED, i, request)
                        .doesNotStartWith("500");
            }
            int after = api.get("/health/live").statusCode();

            // Then
            System.out.println("fuzzed requests, answers by status: " + counts);
            assertThat(after).isEqualTo(200);
            assertThat(counts.keySet()).contains("200", "400", "401", "404");
        }
    }

    private static String request(Random random, List<String> routes) {
        String target = (random.nextBoolean() ? known(random, routes) : path(random)) + pick(random, QUERIES);
        String body = pick(random, BODIES);
        return pick(random, METHODS) + " " + target + " HTTP/1.1\r\nHost: "
                + (random.nextInt(20) == 0 ? "evil.example" : "127.0.0.1") + "\r\n" + authorization(random)
                + conditional(random)
                + "Content-Type: " + (random.nextInt(10) == 0 ? "text/plain" : "application/json")
                + "\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                + "\r\nConnection: close\r\n\r\n" + body;
    }

    /** A route that is there, mostly of the run that is there. */
    private static String known(Random random, List<String> routes) {
        return pick(random, routes)
                .replace("{bot}", random.nextInt(10) == 0 ? pick(random, PARTS) : "bot")
                .replace("{run}", random.nextInt(10) == 0 ? pick(random, PARTS) : "mock36")
                .replace("{app}", random.nextInt(10) == 0 ? pick(random, PARTS) : "gate")
                .replace("{iteration}", random.nextInt(10) == 0 ? pick(random, PARTS) : "12");
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder();
        if (random.nextInt(3) > 0) {
            path.append("/api/v1/bots/bot/runs/mock36");
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            path.append('/').append(pick(random, PARTS));
        }
        return path.toString();
    }

    private static String authorization(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> "Authorization: Bearer\r\n";
            case 2 -> "Authorization: \u00ff\r\n";
            case 3 -> "Authorization: Bearer " + ApiBench.CONTROLLER + "\r\n";
            default -> "Authorization: Bearer " + ApiBench.READER + "\r\n";
        };
    }

    private static String conditional(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "If-None-Match: *\r\n";
            case 1 -> "If-None-Match: ,W/,\"\"\r\nAccept-Encoding: gzip\r\n";
            case 2 -> "Accept-Encoding: ;;,gzip,\r\n";
            default -> "";
        };
    }

    private static String pick(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String status(int port, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.isEmpty() ? "closed" : answer.substring(answer.indexOf(' ') + 1, answer.indexOf(' ') + 4);
        }
    }
}
