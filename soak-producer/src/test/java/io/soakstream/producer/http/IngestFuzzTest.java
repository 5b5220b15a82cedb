package io.soakstream.producer.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bodies that were broken at random: each is taken and on the topic, or refused with a reason. Nothing in between. */
class IngestFuzzTest {
    private static final int BODIES = Integer.getInteger("proof.bodies", 1_000);
    private static final long SEED = Long.getLong("proof.seed", 20_261_121L);
    private static final List<String> SEEDS = List.of(
            "{\"iteration\": 7, \"summary\": {\"net_bps\": 3.0, \"risk_ratio\": 0.3, \"fills\": {\"maker_count\": 9,"
                    + " \"taker_count\": 1}, \"neg_edge_drivers\": [\"fees\"], \"effective_overrides\": {\"engine\":"
                    + " {\"min_interval_ms\": 60}}, \"block_reasons\": {\"risk\": {\"count\": 3, \"ratio\": 0.2}}}}",
            "[{\"iteration\": 1, \"net_bps\": -1.5}, {\"iteration\": 2, \"p95_latency_ms\": 1e2, \"mixed\": true}]",
            "{\"iteration\": 1, \"timestamp\": \"2026-11-21T10:00:00Z\", \"duration_seconds\": 300, \"exchange\": \"x\","
                    + " \"symbols\": [\"B\"], \"profile\": \"moderate\", \"mode\": \"soak\", \"summary\":"
                    + " {\"maker_count\": 9, \"taker_count\": 1, \"maker_taker_ratio\": 0.9, \"net_bps\": 3,"
                    + " \"p95_latency_ms\": 21, \"risk_ratio\": 0.3, \"slippage_bps_p95\": 1, \"adverse_bps_p95\": 2}}",
            "{\"iteration\": 3, \"totals\": {\"net_bps\": 2.5, \"fills\": 12}, \"runtime\": {\"utc\": \"x\"}}");
    private static final List<String> FRAGMENTS = List.of(
            "null",
            "NaN",
            "-1",
            "1e999",
            "\"\"",
            "[]",
            "{}",
            "0",
            "true",
            "\u0000",
            "\\ud800",
            "9".repeat(70),
            "[[[[",
            "}",
            ",",
            "\"iteration\":",
            "1.0000000000000000000000001",
            "\"\\u0000\"");

    @Test
    void shouldTakeOrRefuseEveryBody() throws IOException {
        System.out.println("seed " + SEED + ", " + BODIES + " bodies");
        Random random = new Random(SEED);
        try (TestServer server = TestServer.start()) {
            long expected = 0;
            for (int number = 0; number < BODIES; number++) {
                // Given
                byte[] body = mutated(random);

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

    private static byte[] mutated(Random random) {
        String body = SEEDS.get(random.nextInt(SEEDS.size()));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> spliced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            case 2 -> spliced(bytes, at, at, fragment(random));
            case 3 -> spliced(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)), fragment(random));
            default -> spliced(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)), new byte[0]);
        };
    }

    private static byte[] fragment(Random random) {
        return FRAGMENTS.get(random.nextInt(FRAGMENTS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        byte[] result = Arrays.copyOf(bytes, from + middle.length + bytes.length - to);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
        return result;
    }
}
