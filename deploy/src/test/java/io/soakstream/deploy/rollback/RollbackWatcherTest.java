package io.soakstream.deploy.rollback;

import static io.soakstream.deploy.rollback.Watch.firing;
import static io.soakstream.deploy.rollback.Watch.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.soakstream.deploy.rollback.RollbackWatcher.Reply;
import io.soakstream.deploy.rollback.action.ActionRequest;
import io.soakstream.deploy.rollback.domain.PlannedAction.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollbackWatcherTest {
    private static final Path RECORDED =
            Path.of("src/test/resources/recorded/rollback_watcher/recorded-responses.json");
    private static final Instant SINCE = Instant.parse("2026-03-01T11:50:00Z");
    private static final String HARD = "SoakLatencyP95High";

    @TempDir
    Path directory;

    private Watch watch;

    @BeforeEach
    void begin() {
        watch = new Watch(directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SoakLatencyP95High",
                "SoakDeadlineMissRate",
                "SoakEdgeDegradation",
                "SoakMDCacheHitRatio",
                "SoakCircuitBreakerOpen",
                "SoakGuardTrip"
            })
    void shouldRollBackAtEachHardGateWithEveryAction(String alert) {
        // When
        Reply reply = watch.take(firing(alert, "f", SINCE));

        // Then
        JsonNode rollback = reply.body().at("/responses/0/rollback");
        assertThat(rollback.get("status").asText()).isEqualTo("executed");
        assertThat(StreamSupport.stream(rollback.get("actions").spliterator(), false)
                        .map(action -> action.get("action").asText()))
                .containsExactly(
                        "scale_strategy",
                        "circuit_state",
                        "freeze_orders",
                        "auto_tune",
                        "rollback_overrides",
                        "notify");
        assertThat(watch.done()).extracting(ActionRequest::run).containsOnly(Watch.RUN);
    }

    @Test
    void shouldHaveWrittenDownWhatItDidBeforeItWasKilled() {
        // Given
        watch.kills(Kind.FREEZE_ORDERS);

        // When
        assertThatThrownBy(() -> watch.take(firing(HARD, "f", SINCE))).hasMessage("killed");
        watch.mend();
        watch.restart();
        watch.take(firing(HARD, "f", SINCE));

        // Then
        assertThat(watch.written())
                .extracting(record -> record.get("kind").asText() + " "
                        + record.path("action").asText())
                .startsWith(
                        "begun scale_strategy",
                        "action scale_strategy",
                        "begun circuit_state",
                        "action circuit_state",
                        "begun freeze_orders",
                        "begun freeze_orders",
                        "action freeze_orders")
                .endsWith("action notify", "alert ");
        assertThat(watch.count(Kind.SCALE_STRATEGY)).isEqualTo(1);
    }

    /** Of the recorded answers the shape is right; which gates are hard, the actions and the repeats are not. */
    @Test
    void shouldAnswerInTheRecordedShape() throws IOException {
        // Given
        JsonNode recorded = new JsonMapper()
                .readTree(new JsonMapper()
                        .readTree(RECORDED.toFile())
                        .at("/SoakLatencyP95High/1")
                        .asText());

        // When
        JsonNode body = watch.take(firing(HARD, "f", SINCE)).body();

        // Then
        assertThat(body.get("processed")).isEqualTo(recorded.get("processed"));
        assertThat(body.at("/responses/0").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(() -> recorded.at("/responses/0").fieldNames());
        assertThat(body.at("/responses/0/rollback").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        () -> recorded.at("/responses/0/rollback").fieldNames());
        assertThat(body.at("/responses/0/rollback/actions/0").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        () -> recorded.at("/responses/0/rollback/actions/0").fieldNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SoakMakerTakerImbalance", "SoakWSLagHigh"})
    void shouldOnlyTellPeopleAtASoftGate(String alert) {
        // When
        Reply reply = watch.take(firing(alert, "f", SINCE));

        // Then
        assertThat(reply.body().at("/responses/0/action").asText()).isEqualTo("notify");
        assertThat(watch.done()).extracting(request -> request.action().kind()).containsExactly(Kind.NOTIFY);
    }

    @Test
    void shouldWriteDownWhatIsResolvedAndDoNothing() {
        // When
        Reply reply = watch.take(resolved(HARD, "f", SINCE));

        // Then
        assertThat(reply.body().get("processed").asInt()).isZero();
        assertThat(watch.done()).isEmpty();
        assertThat(watch.audit())
                .extracting(record -> record.get("decision").asText())
                .containsExactly("resolved");
    }

    @Test
    void shouldRollBackOnceForAnIncidentAndNotInsideTheCooldown() {
        // Given
        watch.take(firing(HARD, "f", SINCE));

        // When
        Reply again = watch.take(firing(HARD, "f", SINCE), firing("SoakGuardTrip", "g", SINCE));

        // Then
        assertThat(again.body().at("/responses/0/reason").asText()).isEqualTo("done already: the same incident");
        assertThat(again.body().at("/responses/1/rollback/reason").asText()).startsWith("cooldown: ");
        assertThat(watch.count(Kind.ROLLBACK_OVERRIDES)).isEqualTo(1);
    }

    @Test
    void shouldKeepCooldownAndIncidentsThroughARestart() {
        // Given
        watch.take(firing(HARD, "f", SINCE));
        watch.pass(Duration.ofMinutes(14));
        watch.restart();

        // When
        watch.take(firing("SoakGuardTrip", "g", SINCE));
        watch.pass(Duration.ofMinutes(1));
        watch.take(firing(HARD, "f", SINCE), firing("SoakGuardTrip", "g", SINCE));

        // Then
        assertThat(watch.audit())
                .extracting(record -> record.get("decision").asText())
                .containsExactly("roll_back", "cooling_down", "repeated", "roll_back");
    }

    @Test
    void shouldTryAgainOnlyWhatFailed() {
        // Given
        watch.breaks(Kind.ROLLBACK_OVERRIDES);
        Reply broken = watch.take(firing(HARD, "f", SINCE));
        watch.mend();
        watch.restart();

        // When
        Reply again = watch.take(firing(HARD, "f", SINCE));

        // Then
        assertThat(broken.isComplete()).isFalse();
        assertThat(again.isComplete()).isTrue();
        assertThat(watch.count(Kind.SCALE_STRATEGY)).isEqualTo(1);
        assertThat(watch.count(Kind.ROLLBACK_OVERRIDES)).isEqualTo(1);
        assertThat(watch.take(firing(HARD, "f", SINCE))
                        .body()
                        .at("/responses/0/action")
                        .asText())
                .isEqualTo("skipped");
    }

    @Test
    void shouldGiveEveryAttemptOfAnActionTheSameIdAndEveryActionItsOwn() {
        // When
        watch.take(firing(HARD, "f", SINCE));

        // Then
        List<String> ids = watch.done().stream().map(ActionRequest::id).toList();
        assertThat(ids).doesNotHaveDuplicates().allSatisfy(id -> assertThat(id).matches("rollback-[0-9a-f]{32}"));
    }

    @Test
    void shouldRefuseToForgetACooldown() throws IOException {
        // Given
        Files.writeString(directory.resolve("state.json"), "{\"rollbacks\": {\"mm:r1\": \"yesterday\"}}");

        // Then
        assertThatThrownBy(() -> watch.restart()).hasMessageContaining("state.json: is damaged");
    }
}
