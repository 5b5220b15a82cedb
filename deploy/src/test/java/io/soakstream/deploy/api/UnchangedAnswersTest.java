package io.soakstream.deploy.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.deploy.view.RecordedRun;
import io.soakstream.producer.domain.RunKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent of answers that many ask for again and again. */
class UnchangedAnswersTest {
    private static final String LIST = "/api/v1/runs?latest_first=true";
    private static final String REPORT = "/api/v1/bots/bot/runs/mock36/report";

    private ApiBench api;

    @BeforeEach
    void start() throws IOException {
        api = ApiBench.open();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private HttpResponse<String> again(HttpResponse<String> first) {
        return api.send(api.request(LIST).header("If-None-Match", header(first, "ETag")));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    @Test
    void shouldTellTheTimeOfAListThatOnlyGrowsOlder() throws Exception {
        // Given
        HttpResponse<String> first = api.get(LIST);
        JsonNode run = new ObjectMapper().readTree(first.body()).get("runs").get(0);
        long age = Long.parseLong(header(first, "Soak-Now-Ms"))
                - run.get("iteration_received_ms").asLong();
        api.now().updateAndGet(now -> now.plus(Duration.ofMinutes(8)));

        // When
        HttpResponse<String> again = again(first);

        // Then
        assertThat(age).isEqualTo(run.get("iteration_age_ms").asLong());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "Soak-Now-Ms"))
                .isEqualTo(Long.toString(api.now().get().toEpochMilli()));
        assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag"));
    }

    @Test
    void shouldSendAListThatSomethingCameTo() throws Exception {
        // Given
        HttpResponse<String> first = api.get(LIST);
        RecordedRun.into(api.view(), RecordedRun.records("mock8", new RunKey("bot", "another")));

        // When
        HttpResponse<String> again = again(first);

        // Then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(new ObjectMapper().readTree(again.body()).get("runs")).hasSize(2);
        assertThat(header(again, "ETag")).startsWith("W/").isNotEqualTo(header(first, "ETag"));
    }

    @Test
    void shouldSendAReportThatIsCompressedOnce() throws Exception {
        // Given
        String plain = api.get(REPORT).body();

        // When
        HttpResponse<byte[]> small = api.client()
                .send(
                        api.request(REPORT)
                                .header("Accept-Encoding", "br, gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        // Then
        assertThat(header(small, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(small, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(small.body().length).isLessThan(plain.length() / 4);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(small.body())).readAllBytes())
                .isEqualTo(plain.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "br", "gzip;q=0"})
    void shouldSendAReportAsItIsToWhoeverTakesNoOther(String accepted) {
        // When
        HttpResponse<String> answer = api.send(api.request(REPORT).header("Accept-Encoding", accepted));

        // Then
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(answer.body()).startsWith("{");
    }

    @Test
    void shouldSendNothingOfAReportThatTheClientHas() {
        // Given
        String tag = header(api.get(REPORT), "ETag");

        // When
        HttpResponse<String> again =
                api.send(api.request(REPORT).header("If-None-Match", tag).header("Accept-Encoding", "gzip"));

        // Then
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Content-Encoding")).isEmpty();
    }
}
