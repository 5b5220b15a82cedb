package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.live.FoldedAnswers;
import io.soakstream.deploy.proof.RestartableCluster;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What probes are told through a start, an outage of the broker, its return, and a stop. */
class HealthTruthIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** What the manifests and the service units grant before they kill. */
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(45);

    @TempDir
    Path directory;

    @Test
    void shouldTellTheTruthThroughOutageAndStop() {
        try (RestartableCluster cluster = RestartableCluster.start(directory.resolve("cluster"));
                Line line = Line.on(new Topics("health."), cluster)) {
            // Given
            QueriedInstance instance = start(line);
            List<Integer> early = List.of(status(instance, "/health/ready"), status(instance, "/health/live"));
            await().atMost(PATIENCE).until(instance::isReady);

            // When
            cluster.broker().kill();
            await().atMost(PATIENCE).until(() -> status(instance, "/health/ready") == 503);
            int liveInOutage = status(instance, "/health/live");
            String why = instance.ask("/health/ready").orElseThrow().body();
            await().atMost(PATIENCE)
                    .until(() -> partOfPipeline(instance, "view").contains("no Kafka broker answers the view"));
            JsonNode pipeline = pipeline(instance);
            cluster.broker().start();
            await().atMost(PATIENCE).until(instance::isReady);
            List<Integer> whileStopping = stop(instance);

            // Then
            assertThat(early.get(0)).isIn(200, 503);
            assertThat(early.get(1)).isEqualTo(200);
            assertThat(liveInOutage).isEqualTo(200);
            assertThat(why).contains("no Kafka broker answers");
            assertThat(pipeline.get("unavailable").asText()).isEqualTo("no Kafka broker answers");
            assertThat(pipeline.get("lag_records").isNull()).isTrue();
            assertThat(whileStopping).contains(503).doesNotContain(500);
        }
    }

    private QueriedInstance start(Line line) {
        try {
            return QueriedInstance.start(line, directory.resolve("state"));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** Status codes of readiness while it closes; 0: nobody listens any more. */
    private static List<Integer> stop(QueriedInstance instance) {
        List<Integer> seen = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(instance::close);
        await().atMost(CLOSE_WITHIN)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    seen.add(status(instance, "/health/ready"));
                    return closed.isDone();
                });
        return seen;
    }

    /** It is told without a broker too. */
    private static JsonNode pipeline(QueriedInstance instance) {
        return instance.ask("/api/v1/pipeline")
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> FoldedAnswers.read(answer.body()))
                .orElseThrow();
    }

    /** What a part says of itself; empty: that it works. */
    private static String partOfPipeline(QueriedInstance instance, String name) {
        for (JsonNode part : pipeline(instance).get("parts")) {
            if (part.get("part").asText().equals(name)) {
                return part.get("detail").asText("");
            }
        }
        throw new NoSuchElementException("there is no part " + name);
    }

    private static int status(QueriedInstance instance, String path) {
        return instance.ask(path).map(answer -> answer.statusCode()).orElse(0);
    }
}
