package io.soakstream.producer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.producer.Eventually;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.SoakEvent;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestServerTest {
    private static final String ITERATION =
            "{\"iteration\": 1, \"summary\": {\"net_bps\": 3.0, \"risk_ratio\": 0.3, \"maker_taker_ratio\": 0.9}}";

    @Test
    void shouldAnswerWithWhereTheIterationIs() throws IOException {
        try (TestServer server = TestServer.start()) {
            // When
            HttpResponse<String> answer = server.post(TestServer.ITERATIONS, ITERATION);

            // Then
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.body())
                    .isEqualTo("{\"written\":[{\"iteration\":1,\"topic\":\"soak.events.v1\",\"partition\":0,"
                            + "\"offset\":0}]}\n");
            assertThat(server.events()).singleElement().satisfies(event -> {
                assertThat(event.getBot() + ":" + event.getRun()).isEqualTo("mm:nightly");
                assertThat(event.getEventTimeMs()).isEqualTo(TestServer.NOW.toEpochMilli());
                assertThat(event.getIterationSummary().getRiskRatio()).isEqualTo(0.3);
            });
        }
    }

    @Test
    void shouldTakeAListInItsOrder() throws IOException {
        try (TestServer server = TestServer.start()) {
            // When
            HttpResponse<String> answer = server.post(
                    TestServer.ITERATIONS,
                    "[{\"iteration\": 4, \"timestamp\": \"2026-11-21T10:00:00Z\"}, {\"iteration\": 6}]");

            // Then
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(server.events())
                    .extracting(SoakEvent::getIterationSummary)
                    .extracting(IterationSummary::getIteration)
                    .containsExactly(4, 6);
            assertThat(server.events().get(0).getEventTimeMs()).isEqualTo(1_795_255_200_000L);
        }
    }

    @Test
    void shouldTakeWhatLiveRunsWriteAndEdgeReports() throws IOException {
        try (TestServer server = TestServer.start()) {
            // When
            HttpResponse<String> live = server.post(TestServer.ITERATIONS, liveRun("\"mode\": \"soak\""));
            HttpResponse<String> edge = server.post(
                    TestServer.ITERATIONS + "?iteration=2",
                    "{\"totals\": {\"net_bps\": 2.5}, \"runtime\": {\"utc\": \"2026-11-21T10:05:00Z\"}}");

            // Then
            assertThat(live.statusCode()).isEqualTo(201);
            assertThat(edge.statusCode()).isEqualTo(201);
            assertThat(server.events())
                    .extracting(SoakEvent::getIterationSummary)
                    .satisfiesExactly(
                            first -> {
                                assertThat(first.getFills().getMakerCount()).isEqualTo(90);
                                assertThat(first.getP95LatencyMs()).isEqualTo(210.0);
                            },
                            second -> assertThat(second.getNetBps()).isEqualTo(2.5));
        }
    }

    @Test
    void shouldNameEveryFieldThatIsWrong() throws IOException {
        try (TestServer server = TestServer.start()) {
            // When
            HttpResponse<String> answer = server.post(
                    TestServer.ITERATIONS,
                    "[{\"iteration\": 2, \"net_bps\": \"high\"}, {\"iteration\": 1, \"summary\": {\"risk_ratio\": 30}}]");

            // Then
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body())
                    .contains(
                            "\"detail\":\"the body was not taken: [0].net_bps \\\"high\\\" is not a number (and 1 more)\"")
                    .contains("{\"field\":\"[0].net_bps\",\"message\":\"\\\"high\\\" is not a number\"}")
                    .contains("{\"field\":\"[1].summary.risk_ratio\",\"message\":\"30 is outside 0..1");
            assertThat(server.events()).isEmpty();
        }
    }

    @Test
    void shouldRefuseWhatThePublishedSchemaOfLiveRunsDoesNotKnow() throws IOException {
        try (TestServer server = TestServer.start()) {
            // When
            HttpResponse<String> answer =
                    server.post(TestServer.ITERATIONS, liveRun("\"mode\": \"paper\", \"mood\": \"good\""));

            // Then
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("{\"field\":\"mood\",\"message\":\"is not a field of a live run\"}")
                    .contains("{\"field\":\"mode\",\"message\":\"\\\"paper\\\" is neither shadow nor soak\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({"?risk-unit=percent,201", "'',422", "?risk-unit=permille,400"})
    void shouldTakeTheUnitThatIsDeclared(String query, int status) throws IOException {
        try (TestServer server = TestServer.start()) {
            // When
            HttpResponse<String> answer =
                    server.post(TestServer.ITERATIONS + query, "{\"iteration\": 1, \"risk_ratio\": 30}");

            // Then
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(server.events())
                    .allSatisfy(event -> assertThat(event.getIterationSummary().getRiskRatio())
                            .isEqualTo(0.3));
        }
    }

    @Test
    void shouldGiveTheSameAnswerToTheSameRequestAndWriteOnce() throws IOException {
        try (TestServer server = TestServer.start()) {
            // Given
            HttpResponse<String> first = server.post(TestServer.ITERATIONS, ITERATION, "Idempotency-Key", "k1");

            // When
            HttpResponse<String> again = server.post(TestServer.ITERATIONS, ITERATION, "Idempotency-Key", "k1");
            HttpResponse<String> other =
                    server.post(TestServer.ITERATIONS, ITERATION.replace("3.0", "4.0"), "Idempotency-Key", "k1");

            // Then
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(other.body()).contains("Idempotency-Key: was used for another request");
            assertThat(server.events()).hasSize(1);
        }
    }

    @Test
    void shouldLetTwoRunsUseTheSameKey() throws IOException {
        try (TestServer server = TestServer.start()) {
            // Given
            server.post(TestServer.ITERATIONS, ITERATION, "Idempotency-Key", "k1");

            // When
            HttpResponse<String> other =
                    server.post("/api/v1/bots/mm/runs/other/iterations", ITERATION, "Idempotency-Key", "k1");

            // Then
            assertThat(other.statusCode()).isEqualTo(201);
            assertThat(server.events()).extracting(SoakEvent::getRun).containsExactly("nightly", "other");
        }
    }

    @Test
    void shouldStartAndEndARun() throws IOException {
        try (TestServer server = TestServer.start()) {
            // When
            HttpResponse<String> started = server.post(
                    TestServer.RUN + "/start",
                    "{\"mode\": \"shadow\", \"period_seconds\": 60, \"total_iterations\": 36, \"auto_tune\": false,"
                            + " \"profile\": \"steady_safe\"}");
            HttpResponse<String> ended = server.post(TestServer.RUN + "/end", "{\"end\": \"aborted\"}");

            // Then
            assertThat(started.statusCode()).isEqualTo(201);
            assertThat(ended.statusCode()).isEqualTo(201);
            assertThat(server.events().get(0).getRunStarted()).satisfies(start -> {
                assertThat(start.getMode()).isEqualTo(RunMode.SHADOW);
                assertThat(start.getPeriodMs()).isEqualTo(60_000);
                assertThat(start.getTotalIterations()).isEqualTo(36);
                assertThat(start.getAutoTune()).isFalse();
                assertThat(start.getProfile()).isEqualTo("steady_safe");
            });
            assertThat(server.events().get(1).getRunEnded().getEnd()).isEqualTo(RunEnd.ABORTED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/bots/mm/runs/nightly/iteration,404",
        "/api/v1/bots/m%20m/runs/nightly/iterations,400",
        "/api/v1/bots/mm/runs/nightly/overrides,405",
        "/health/live,405"
    })
    void shouldSayWhatIsWrongWithAPath(String path, int status) throws IOException {
        try (TestServer server = TestServer.start()) {
            // When
            HttpResponse<String> answer = server.post(path, ITERATION);

            // Then
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void shouldAskAClientToWait() throws IOException {
        try (TestServer server = TestServer.start(TestServer.config(Tokens.none(), 1, Duration.ofSeconds(20)))) {
            // When
            Optional<HttpResponse<String>> refusal = Stream.generate(() -> server.get("/health/live"))
                    .limit(10)
                    .filter(answer -> answer.statusCode() == 429)
                    .findFirst();

            // Then
            assertThat(refusal).isPresent();
            assertThat(refusal.get().headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void shouldSayThatTheBrokerDoesNotAnswer() throws IOException {
        try (TestServer server = TestServer.silent(Duration.ofMillis(50))) {
            // Given
            server.obstacle = Optional.of("no broker answers at b:1");

            // When
            HttpResponse<String> answer = server.post(TestServer.ITERATIONS, ITERATION);
            HttpResponse<String> ready = server.get("/health/ready");

            // Then
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("may have been done all the same", "run_already_started");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("no broker answers at b:1");
            assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldFinishWhatIsUnderWayWhenItStops() throws Exception {
        try (TestServer server = TestServer.silent(Duration.ofSeconds(20))) {
            // Given
            HttpRequest.Builder next = HttpRequest.newBuilder(server.uri("/health/live"));
            CompletableFuture<HttpResponse<String>> underWay =
                    CompletableFuture.supplyAsync(() -> server.post(TestServer.ITERATIONS, ITERATION));
            Eventually.isTrue("sent", () -> !server.producer.history().isEmpty());

            // When
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server.server::close);
            server.producer.completeNext();

            // Then
            assertThat(underWay.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(201);
            stopped.get(1, TimeUnit.MINUTES);
            assertThatThrownBy(() -> server.send(next)).hasCauseInstanceOf(ConnectException.class);
        }
    }

    private static String liveRun(String more) {
        return "{\"iteration\": 1, \"timestamp\": \"2026-11-21T10:00:00Z\", \"duration_seconds\": 300, \"exchange\":"
                + " \"x\", \"symbols\": [\"BTCUSDT\"], \"profile\": \"moderate\", \"summary\": {\"maker_count\": 90,"
                + " \"taker_count\": 10, \"maker_taker_ratio\": 0.9, \"net_bps\": 3.1, \"p95_latency_ms\": 210,"
                + " \"risk_ratio\": 0.3, \"slippage_bps_p95\": 1.0, \"adverse_bps_p95\": 2.0}, " + more + "}";
    }
}
