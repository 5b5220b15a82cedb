package io.soakstream.producer.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.overrides.OverridesTopic;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OverridesRouteTest {
    private static final RunKey KEY = new RunKey("mm", "nightly");
    private static final String PATH = TestServer.RUN + "/overrides";
    private static final Overrides START = Overrides.start(ParameterCatalogue.standard());
    private static final Overrides WIDER = OverridesTopic.values("base_spread_bps", "0.135");

    @Test
    void shouldGiveTheNewestVersionWithItsHashAsTag() throws IOException {
        try (TestServer server = TestServer.start()) {
            // Given
            server.overrides.write(KEY, OverridesTopic.version(KEY, 2, WIDER));

            // When
            HttpResponse<String> answer = server.get(PATH + "?wait=30s");

            // Then
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("ETag")).hasValue("\"" + WIDER.stateHash() + "\"");
            assertThat(answer.body())
                    .contains("\"version\":2")
                    .contains("\"replace_rate_per_min\":300,")
                    .contains("\"base_spread_bps\":0.135")
                    .contains("\"document\":{\"engine\":{")
                    .contains("\"state_hash\":\"" + WIDER.stateHash() + "\"")
                    .contains("\"decided_by_iteration\":2");
        }
    }

    @Test
    void shouldAnswerThatNothingHasChangedOrWaitUntilItHas() throws Exception {
        try (TestServer server = TestServer.start()) {
            // Given
            server.overrides.write(KEY, OverridesTopic.version(KEY, 1, START));
            String tag =
                    server.get(PATH + "?wait=30s").headers().firstValue("ETag").orElseThrow();

            // When
            HttpResponse<String> unchanged = server.get(PATH, "If-None-Match", tag);
            CompletableFuture<HttpResponse<String>> waiting =
                    CompletableFuture.supplyAsync(() -> server.get(PATH + "?wait=30s", "If-None-Match", tag));
            server.overrides.write(KEY, OverridesTopic.version(KEY, 2, WIDER));

            // Then
            assertThat(unchanged.statusCode()).isEqualTo(304);
            assertThat(unchanged.body()).isEmpty();
            HttpResponse<String> changed = waiting.get(1, TimeUnit.MINUTES);
            assertThat(changed.statusCode()).isEqualTo(200);
            assertThat(changed.body()).contains("\"version\":2");
        }
    }

    @Test
    void shouldSayAtOnceThatOverridesCannotBeReadAndTryAgain() throws IOException {
        try (TestServer server = TestServer.start()) {
            // Given
            server.overrides.lose();

            // When
            HttpResponse<String> lost = server.get(PATH);
            server.overrides.restore();
            HttpResponse<String> found = server.get(PATH);

            // Then
            assertThat(lost.statusCode()).isEqualTo(503);
            assertThat(lost.body()).contains("the overrides of mm:nightly cannot be read: missing on the cluster");
            assertThat(found.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void shouldSayThatNothingIsKnownAndHowLongOneMayWait() throws IOException {
        try (TestServer server = TestServer.start()) {
            // When
            HttpResponse<String> unknown = server.get(PATH);
            HttpResponse<String> endless = server.get(PATH + "?wait=3600s");

            // Then
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(unknown.body()).contains("no overrides of mm:nightly are known");
            assertThat(endless.statusCode()).isEqualTo(400);
            assertThat(endless.body()).contains("wait: must be seconds, from 0s to 60s");
        }
    }
}
