package io.soakstream.deploy.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server says of itself that reaches no broker. */
class WithoutBrokerTest {
    private static final Duration ONE_PATIENCE = Duration.ofSeconds(6);
    private static final ObjectMapper JSON = new ObjectMapper();

    private ApiBench api;

    @BeforeEach
    void start() throws IOException {
        api = ApiBench.open();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    @Test
    void shouldTellOfItsPartsAllTheSame() throws Exception {
        // Given
        api.health().add("gate", Optional::empty, () -> Optional.of("gate is REBALANCING"));

        // When
        HttpResponse<String> answer = api.get("/api/v1/pipeline");

        // Then
        JsonNode pipeline = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(pipeline.get("parts").get(0).get("detail").asText()).isEqualTo("gate is REBALANCING");
        assertThat(pipeline.get("lag_records").isNull()).isTrue();
        assertThat(pipeline.get("dead_letters").isNull()).isTrue();
        assertThat(pipeline.get("unavailable").asText()).isEqualTo("no Kafka broker answers");
    }

    /** Each waits as long as one does, not one after the other. */
    @Test
    void shouldNotLetThoseWaitLongerWhoAskTogether() {
        // Given
        long began = System.nanoTime();

        // When
        List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(() -> api.client()
                        .sendAsync(api.request("/api/v1/pipeline").build(), HttpResponse.BodyHandlers.ofString()))
                .limit(8)
                .toList();

        // Then
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(ONE_PATIENCE);
    }

    @Test
    void shouldTellFollowersWhyNothingComes() throws Exception {
        // Given
        HttpResponse<InputStream> events = api.client()
                .send(
                        api.request("/api/v1/bots/bot/runs/mock36/events?brief=true")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
            JsonNode before = age(lines);

            // When
            api.silenced(Optional.of("no Kafka broker answers the view"));
            JsonNode silent = ageUnlike(before, lines);
            api.obstructed(Optional.of("the view begins anew"));
            JsonNode obstructed = ageUnlike(silent, lines);

            // Then
            assertThat(before.get("obstacle").isNull()).isTrue();
            assertThat(silent.get("obstacle").asText()).isEqualTo("no Kafka broker answers the view");
            assertThat(obstructed.get("obstacle").asText()).isEqualTo("the view begins anew");
            // What came before can be asked for while nothing comes, not while it is not whole.
            assertThat(api.get("/api/v1/runs").statusCode()).isEqualTo(503);
            api.obstructed(Optional.empty());
            assertThat(api.get("/api/v1/runs").statusCode()).isEqualTo(200);
        }
    }

    /** What the next one says that speaks of another obstacle: some may be on their way already. */
    private static JsonNode ageUnlike(JsonNode before, BufferedReader lines) throws IOException {
        JsonNode age = age(lines);
        while (age.get("obstacle").equals(before.get("obstacle"))) {
            age = age(lines);
        }
        return age;
    }

    /** What the next event of this kind says. */
    private static JsonNode age(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.equals("event: age")) {
            line = lines.readLine();
        }
        return JSON.readTree(lines.readLine().substring("data: ".length()));
    }
}
