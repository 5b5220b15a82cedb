package io.soakstream.producer.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.producer.source.BrokenJson;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bodies that were broken at random: each is taken and on the topic, or refused with a reason. Nothing in between. */
class IngestFuzzTest {
    private static final int BODIES = Integer.getInteger("proof.bodies", 1_000);
    private static final long SEED = Long.getLong("proof.seed", 20_261_121L);
    private static final BrokenJson BODY = new BrokenJson(List.of(
            "{\"iteration\": 7, \"summary\": {\"net_bps\": 3.0, \"risk_ratio\": 0.3, \"fills\": {\"maker_count\": 9,"
                    + " \"taker_count\": 1}, \"neg_edge_drivers\": [\"fees\"], \"effective_overrides\": {\"engine\":"
                    + " {\"min_interval_ms\": 60}}, \"block_reasons\": {\"risk\": {\"count\": 3, \"ratio\": 0.2}}}}",
            "[{\"iteration\": 1, \"net_bps\": -1.5}, {\"iteration\": 2, \"p95_latency_ms\": 1e2, \"mixed\": true}]",
            "{\"iteration\": 1, \"timestamp\": \"2026-11-21T10:00:00Z\", \"duration_seconds\": 300, \"exchange\": \"x\","
                    + " \"symbols\": [\"B\"], \"profile\": \"moderate\", \"mode\": \"soak\", \"summary\":"
                    + " {\"maker_count\": 9, \"taker_count\": 1, \"maker_taker_ratio\": 0.9, \"net_bps\": 3,"
                    + " \"p95_latency_ms\": 21, \"risk_ratio\": 0.3, \"slippage_bps_p95\": 1, \"adverse_bps_p95\": 2}}",
            "{\"iteration\": 3, \"totals\": {\"net_bps\": 2.5, \"fills\": 12}, \"runtime\": {\"utc\": \"x\"}}"));

    @Test
    void shouldTakeOrRefuseEveryBody() throws IOException {
        System.out.println("seed " + SEED + ", " + BODIES + " bodies");
        Random random = new Random(SEED);
        try (TestServer server = TestServer.start()) {
            long expected = 0;
            for (int number = 0; number < BODIES; number++) {
                // Given
                byte[] body = BODY.next(random);

                // When
                HttpResponse<String> answer = server.send(HttpRequest.newBuilder(server.uri(TestServer.ITERATIONS))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body)));

                // Then
                String shown = number + ": " + new String(body, StandardCharsets.UTF_8) + " -> " + answer.body();
                assertThat(answer.statusCode()).as(shown).isIn(201, 400, 413, 422);
                if (answer.statusCode() == 201) {
                    expected += answer.body().split("\"offset\"", -1).length - 1;
                } else {
                    assertThat(answer.body()).as(shown).contains("\"detail\":\"");
                }
                assertThat(server.producer.history()).as(shown).hasSize((int) expected);
            }
            assertThat(expected).isBetween(BODIES / 20L, (long) BODIES);
            assertThat(server.events()).hasSize((int) expected);
        }
    }
}
