package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.deploy.live.FoldedAnswers;
import io.soakstream.deploy.live.SlowFeed;
import io.soakstream.deploy.view.RecordedRun;
import io.soakstream.gate.account.RunRecords;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances, one of which goes and comes back while runs go on. Every answer of either is what a fold of the topics
 * gives at that point of the run; what cannot be answered now is refused, and only for now.
 */
class QueriesThroughRebalancesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int RUNS = 6;

    @TempDir
    Path directory;

    private final Map<RunKey, RunRecords> truth = new LinkedHashMap<>();
    private final List<QueriedInstance> instances = new CopyOnWriteArrayList<>();
    private Line line;

    @BeforeEach
    void start() throws IOException {
        line = Line.on(
                new Topics("queries."),
                URI.create(SharedCluster.get().registryUrl()),
                Map.of("num.standby.replicas", 1));
        for (int i = 0; i < RUNS; i++) {
            RunKey key = new RunKey("bot" + i, "soak");
            truth.put(key, RecordedRun.records("mock24", key));
        }
        instances.add(QueriedInstance.start(line, directory.resolve("a")));
        instances.add(QueriedInstance.start(line, directory.resolve("b")));
    }

    @AfterEach
    void stop() {
        instances.forEach(QueriedInstance::close);
        line.close();
    }

    @Test
    void shouldAnswerAsTheTopicsDoThroughRebalances() throws Exception {
        // Given
        await().atMost(PATIENCE).until(() -> instances.stream().allMatch(QueriedInstance::isReady));
        FoldedAnswers answers = new FoldedAnswers(truth);
        answers.begin(() -> instances.stream().map(QueriedInstance::url).toList());

        // When
        CompletableFuture<Void> feed = SlowFeed.start(line, "mock24", truth.keySet(), Duration.ofMillis(500));
        QueriedInstance second = instances.get(1);
        await().atMost(PATIENCE).until(() -> answers.statuses().getOrDefault("200", 0) > 50);
        instances.remove(second);
        second.close();
        instances.add(QueriedInstance.start(line, directory.resolve("b")));
        await().atMost(PATIENCE).until(() -> instances.stream().allMatch(QueriedInstance::isReady));
        feed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        truth.keySet().forEach(key -> await().atMost(PATIENCE)
                .untilAsserted(() -> instances.forEach(instance -> answers.assertWhole(instance.url(), key))));
        answers.close();

        // Then
        System.out.println("queries through a rebalance: " + answers.statuses() + " " + answers.answered());
        assertThat(answers.wrong()).isEmpty();
        assertThat(answers.answered().keySet())
                .containsExactlyInAnyOrder(
                        "applications",
                        "decisions",
                        "explain",
                        "gate",
                        "guards",
                        "now",
                        "overrides",
                        "quality",
                        "tuner",
                        "verdicts",
                        "window");
        assertThat(answers.guardsCompared()).isPositive();
        truth.keySet()
                .forEach(key -> await().atMost(PATIENCE).until(() -> stale(key).equals(Set.of(true, false))));
        assertThat(answers.statuses().keySet()).isSubsetOf("200", "404", "503", "closed");
        truth.keySet().forEach(key -> await().atMost(PATIENCE)
                .untilAsserted(() ->
                        instances.forEach(instance -> assertThat(instance.ask(FoldedAnswers.path(key) + "/window"))
                                .get()
                                .extracting(HttpResponse::statusCode)
                                .isEqualTo(200))));
    }

    /** Who owns the run answers from its store, the other from its copy, and says so. */
    private Set<Boolean> stale(RunKey key) {
        Set<Boolean> seen = new HashSet<>();
        instances.forEach(instance -> instance.ask(
                        "/api/v1/stores/tuner/bots/" + key.bot() + "/runs/" + key.run() + "?stale=true")
                .filter(answer -> answer.statusCode() == 200)
                .ifPresent(answer ->
                        seen.add(FoldedAnswers.read(answer.body()).get("stale").asBoolean())));
        return seen;
    }
}
