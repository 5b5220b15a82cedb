package io.soakstream.deploy.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.deploy.live.StoreApp;
import io.soakstream.deploy.live.StoreReader;
import io.soakstream.deploy.view.Kept;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.KeyHolders;
import io.soakstream.schemas.runtime.StoreUnavailableException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NowRouteTest {
    private static final String RUN = "/api/v1/bots/bot/runs/mock36";
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

    /** The store of one stream: it counts who asks. */
    private static class CountedStore implements StoreReader {
        private final AtomicInteger questions = new AtomicInteger();
        private final Optional<Map<String, Object>> run;

        CountedStore(Map<String, Object> run) {
            this.run = Optional.of(new TreeMap<>(run));
        }

        @Override
        public KeyHolders holders(String runKey) {
            return new KeyHolders(0, "", new TreeSet<>());
        }

        @Override
        public Optional<Map<String, Object>> read(String runKey, boolean orStale) {
            questions.incrementAndGet();
            return run;
        }

        int questions() {
            return questions.get();
        }
    }

    /** A run that goes on, as the stores have it. */
    private CountedStore add(StoreApp app) {
        CountedStore store = new CountedStore(
                app == StoreApp.TUNER
                        ? Map.of(
                                "run_key",
                                "bot:mock36",
                                "provisional",
                                true,
                                "stale",
                                false,
                                "ended",
                                false,
                                "sequence",
                                12,
                                "last_iteration",
                                11,
                                "window",
                                Map.of("iterations", List.of(4, 5, 6, 7, 8, 9, 10, 11)),
                                "guards",
                                Map.of("debounced", List.of(), "cooling", 2),
                                "overrides",
                                Map.of("commanded_freeze", true, "commanded_subsystems", List.of("edge")))
                        : Map.of(
                                "run_key",
                                "bot:mock36",
                                "stale",
                                false,
                                "awaited",
                                Map.of("iteration", 12),
                                "overrides",
                                Map.of("version", 7, "verification", "CONFIRMED")));
        api.stores().add(app, store);
        return store;
    }

    private JsonNode json(String path) throws IOException {
        HttpResponse<String> answer = api.get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void shouldAskEachStoreOnceForAllThreeParts() throws Exception {
        // Given
        CountedStore tuner = add(StoreApp.TUNER);
        CountedStore gate = add(StoreApp.GATE);

        // When
        JsonNode now = json(RUN + "/now");

        // Then
        assertThat(tuner.questions()).isEqualTo(1);
        assertThat(gate.questions()).isEqualTo(1);
        assertThat(now.get("run_key").asText()).isEqualTo("bot:mock36");
        assertThat(now.get("guards").get("provisional").asBoolean()).isTrue();
        assertThat(now.get("guards").get("guards").get("cooling").asInt()).isEqualTo(2);
        assertThat(now.get("overrides").get("awaited").get("iteration").asInt()).isEqualTo(12);
        assertThat(now.get("overrides").get("rows")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?committed=true", "?stale=true"})
    void shouldGiveTheThreePartsAsTheirOwnRoutesDo(String query) throws Exception {
        // Given
        add(StoreApp.TUNER);
        add(StoreApp.GATE);
        ObjectNode parts = JSON.createObjectNode().put("run_key", "bot:mock36");
        parts.set("window", json(RUN + "/window" + query));
        parts.set("guards", json(RUN + "/guards" + query));
        parts.set("overrides", json(RUN + "/overrides" + (query.isEmpty() ? "?" : query + "&") + "limit=1"));

        // When
        JsonNode now = json(RUN + "/now" + query);

        // Then
        assertThat(now).isEqualTo(parts);
        assertThat(now.get("window").get("provisional").asBoolean()).isEqualTo(!query.contains("committed"));
    }

    @Test
    void shouldNotGiveOneAnswerToAnotherQuestion() throws Exception {
        // Given
        add(StoreApp.TUNER);
        add(StoreApp.GATE);
        JsonNode provisional = json(RUN + "/now");

        // When
        JsonNode committed = json(RUN + "/now?committed=true");

        // Then
        assertThat(provisional.get("window").get("provisional").asBoolean()).isTrue();
        assertThat(committed.get("window").get("provisional").asBoolean()).isFalse();
    }

    /** Whoever asks because he was told of a record is not to be given what was there before it. */
    @Test
    void shouldAskAgainWhenTheViewHasReadMore() throws Exception {
        // Given
        CountedStore tuner = add(StoreApp.TUNER);
        json(RUN + "/now");
        Kept<Verdict> last = last(api.view().rows("bot:mock36").orElseThrow().verdicts());
        api.view().add(last.value(), last.partition(), last.offset() + 1);

        // When
        json(RUN + "/now");

        // Then
        assertThat(tuner.questions()).isEqualTo(2);
    }

    private static <T> T last(List<T> all) {
        return all.get(all.size() - 1);
    }

    @Test
    void shouldNotSendAgainWhatTheClientHas() {
        // Given
        HttpResponse<String> first = api.get(RUN + "/now");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        // When
        HttpResponse<String> again = api.send(api.request(RUN + "/now").header("If-None-Match", tag));

        // Then
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Cache-Control")).contains("private, no-cache");
    }

    @Test
    void shouldSayAtOnceWhatItCannotAnswer() {
        // Given
        api.get(RUN + "/now");
        api.obstructed(Optional.of("the view is still reading the topics"));

        // When
        HttpResponse<String> obstructed = api.get(RUN + "/now");

        // Then
        assertThat(obstructed.statusCode()).isEqualTo(503);
        assertThat(obstructed.body()).contains("the view is still reading the topics");
        api.obstructed(Optional.empty());
        assertThat(api.get("/api/v1/bots/bot/runs/nobody/now").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldAnswerAgainAsSoonAsTheStoresDo() throws Exception {
        // Given
        api.stores().add(StoreApp.TUNER, new CountedStore(Map.of()) {
            @Override
            public KeyHolders holders(String runKey) {
                throw new StoreUnavailableException("tuner is REBALANCING");
            }
        });
        HttpResponse<String> moving = api.get(RUN + "/now");
        add(StoreApp.TUNER);

        // When
        JsonNode now = json(RUN + "/now");

        // Then
        assertThat(moving.statusCode()).isEqualTo(503);
        assertThat(moving.headers().firstValue("Retry-After")).isPresent();
        assertThat(now.get("window").get("sequence").asInt()).isEqualTo(12);
    }
}
