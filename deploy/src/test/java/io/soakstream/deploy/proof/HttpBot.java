package io.soakstream.deploy.proof;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bot that knows HTTP: it sends what it has until that is taken, always with the same key, as the documentation tells
 * it to.
 */
final class HttpBot {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int CREATED = 201;
    private static final int UNAVAILABLE = 503;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI run;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();

    /** @param run address of the run on the server */
    HttpBot(URI run) {
        this.run = run;
    }

    void start(int iterations) {
        post("start", String.format(Locale.ROOT, "{\"total_iterations\": %d, \"period_seconds\": 300}", iterations), 0);
    }

    /** Returns when the iteration is on the topic. */
    void send(int iteration) {
        String body = String.format(
                Locale.ROOT,
                "{\"iteration\": %d, \"summary\": {\"net_bps\": %.2f, \"risk_ratio\": 0.3, \"maker_taker_ratio\": 0.9,"
                        + " \"p95_latency_ms\": 200}}",
                iteration,
                3 + iteration / 100.0);
        post("iterations", body, iteration);
        sent.set(iteration);
    }

    void end() {
        post("end", "{\"end\": \"completed\"}", 0);
    }

    int sent() {
        return sent.get();
    }

    /** Requests that the end of a connection left open, and those that were told to come again. */
    String troubles() {
        return unanswered + " requests without an answer, " + turnedAway + " told to come again";
    }

    private void post(String route, String body, int number) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(run + "/" + route))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", route + "-" + number)
                .POST(BodyPublishers.ofString(body))
                .build();
        await(route + " " + number)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .pollInSameThread()
                .until(() -> isTaken(request));
    }

    private boolean isTaken(HttpRequest request) throws InterruptedException {
        HttpResponse<String> answer;
        try {
            answer = client.send(request, BodyHandlers.ofString());
        } catch (IOException gone) {
            unanswered.incrementAndGet();
            return false;
        }
        if (answer.statusCode() == UNAVAILABLE) {
            turnedAway.incrementAndGet();
            return false;
        }
        if (answer.statusCode() != CREATED) {
            throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return true;
    }
}
