package io.soakstream.deploy.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.report.JsonText;
import io.soakstream.gate.report.model.ReportModel;
import io.soakstream.schemas.contract.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunApiTest {
    private static final String RUN = "/api/v1/bots/bot/runs/mock36";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static ApiBench api;

    @BeforeAll
    static void start() throws Exception {
        api = ApiBench.open();
    }

    @AfterAll
    static void stop() throws Exception {
        api.close();
    }

    private static JsonNode json(String path) {
        HttpResponse<String> answer = api.get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new AssertionError(answer.body(), notJson);
        }
    }

    private static Verdict last() {
        List<Verdict> verdicts = api.records().verdicts();
        return verdicts.get(verdicts.size() - 1);
    }

    @Test
    void shouldTellOfARunAtAGlance() {
        // When
        JsonNode run = json("/api/v1/bots/bot/runs/latest");

        // Then
        assertThat(run.get("run_key").asText()).isEqualTo("bot:mock36");
        assertThat(run.get("state").asText()).isEqualTo("COMPLETED");
        assertThat(run.get("last_iteration").asInt()).isEqualTo(36);
        assertThat(run.get("policies").get(0).get("verdict").asText())
                .isEqualTo(last().getVerdict().name());
        assertThat(run.get("policies").get(0).get("digest").asText()).isEqualTo(last().getDigest());
    }

    @Test
    void shouldGiveEveryVerdictPageByPage() {
        // Given
        List<String> digests = new ArrayList<>();

        // When
        JsonNode page = json(RUN + "/verdicts?limit=10&after=0");
        digests.add(json(RUN + "/verdicts?limit=1&before=1")
                .get("rows")
                .get(0)
                .get("digest")
                .asText());
        page.get("rows").forEach(row -> digests.add(row.get("digest").asText()));
        while (!page.get("next_after").isNull()) {
            page = json(RUN + "/verdicts?limit=10&after=" + page.get("next_after"));
            page.get("rows").forEach(row -> digests.add(row.get("digest").asText()));
        }

        // Then
        assertThat(digests)
                .containsExactlyElementsOf(api.records().verdicts().stream()
                        .map(Verdict::getDigest)
                        .toList());
    }

    @Test
    void shouldAnswerFromTheTopicsWhereNoStreamCanBeAsked() {
        // When
        JsonNode window = json(RUN + "/window");
        JsonNode guards = json(RUN + "/guards");
        JsonNode overrides = json(RUN + "/overrides");

        // Then
        assertThat(window.get("provisional").asBoolean()).isFalse();
        assertThat(window.get("window").get("points")).hasSize(8);
        assertThat(window.get("window").get("iterations").get(7).asInt()).isEqualTo(36);
        assertThat(guards.get("states_iteration").asInt()).isEqualTo(36);
        assertThat(guards.get("states")).isNotEmpty();
        assertThat(overrides.get("current").get("provisional").asBoolean()).isFalse();
        assertThat(overrides.get("rows")).hasSize(api.records().overrides().size());
    }

    @Test
    void shouldExplainAnIterationWithItsPlaces() {
        // When
        JsonNode explained = json(RUN + "/explain/12");

        // Then
        assertThat(explained
                        .get("decisions")
                        .get(0)
                        .get("iteration_summary")
                        .get("iteration")
                        .asInt())
                .isEqualTo(12);
        assertThat(explained.get("verdicts").get(0).get("offset").isNumber()).isTrue();
        assertThat(explained.get("topics").get("verdicts").asText()).isEqualTo("soak.verdicts.v1");
        assertThat(explained.get("command").asText()).isEqualTo("soak explain bot:mock36 12");
        assertThat(api.get(RUN + "/explain/99").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldCountDeltasAsTheLastVerdictDoes() {
        // When
        JsonNode quality = json(RUN + "/delta-quality").get("quality");

        // Then
        assertThat(quality.get("proposed").asLong())
                .isEqualTo(last().getDeltaQuality().getProposed());
        assertThat(quality.get("full").asLong())
                .isEqualTo(last().getDeltaQuality().getFull());
    }

    @Test
    void shouldGoOnWhereAFollowerLeftOff() throws Exception {
        // Given
        List<String> all = events(null, 120);
        int half = 60;

        // When
        List<String> rest = events(all.get(half - 1).split(" ")[0], 120 - half);

        // Then
        assertThat(rest).containsExactlyElementsOf(all.subList(half, 120));
    }

    /** Id and type of so many records. */
    private static List<String> events(String after, int count) throws Exception {
        HttpRequest.Builder request = api.request(RUN + "/events");
        if (after != null) {
            request.header("Last-Event-ID", after);
        }
        List<String> records = new ArrayList<>();
        HttpResponse<InputStream> answer =
                api.client().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream; charset=utf-8");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String id = "";
            for (String line = lines.readLine(); line != null && records.size() < count; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ") && !line.endsWith("age")) {
                    records.add(id + " " + line.substring(7));
                }
            }
        }
        return records;
    }

    @Test
    void shouldGiveTheReportModelOnceForWhatHasCome() {
        // Given
        RunAccount account = api.view().rows("bot:mock36").orElseThrow().account();
        HttpResponse<String> first = api.get(RUN + "/report");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        // When
        HttpResponse<String> again = api.send(api.request(RUN + "/report").header("If-None-Match", tag));

        // Then
        assertThat(first.body().strip())
                .isEqualTo(JsonText.compact(ReportModel.of(account, account.lasts()))
                        .strip());
        assertThat(first.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
    }

    @Test
    void shouldTellNothingMoreToWhoeverFollowsFromTheReport() throws Exception {
        // Given
        String cursor =
                api.get(RUN + "/report").headers().firstValue("Soak-Cursor").orElseThrow();

        // When
        String first = firstEvent(cursor);

        // Then
        assertThat(first).isEqualTo("event: age");
    }

    private static String firstEvent(String cursor) throws Exception {
        HttpResponse<InputStream> answer = api.client()
                .send(
                        api.request(RUN + "/events?brief=true")
                                .header("Last-Event-ID", cursor)
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            return lines.readLine();
        }
    }

    @Test
    void shouldSendLittleOverALongWay() {
        // When
        HttpResponse<String> answer = api.send(api.request(RUN + "/report").header("Accept-Encoding", "gzip"));

        // Then
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    @Test
    void shouldSayWhatWhoeverAsksMayDo() {
        // When
        JsonNode access = json("/api/v1/access");

        // Then
        assertThat(access.get("role").asText()).isEqualTo("read");
        assertThat(access.get("signs_commands").asBoolean()).isTrue();
    }

    @Test
    void shouldSayWhyACommandIsNotTaken() {
        // When
        HttpResponse<String> open = api.send(api.request(RUN + "/freeze")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"actor\": \"ann\", \"reason\": \"test\"}")));

        // Then
        assertThat(open.statusCode()).isEqualTo(401);
        assertThat(open.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'self'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/runs", "/"})
    void shouldRefuseAForeignName(String path) throws Exception {
        // Given
        try (java.net.Socket socket =
                new java.net.Socket("127.0.0.1", api.server().port())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            // When
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            // Then
            assertThat(answer).startsWith("HTTP/1.1 421").doesNotContain("bot:mock36");
        }
    }
}
