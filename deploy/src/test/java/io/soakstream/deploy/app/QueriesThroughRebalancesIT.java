package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.deploy.view.RecordedRun;
import io.soakstream.gate.account.RunRecords;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances, one of which goes and comes back while runs go on. Every answer of either is what a fold of the topics
 * gives at that point of the run; what cannot be answered now is refused, and only for now.
 */
class QueriesThroughRebalancesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int RUNS = 6;

    @TempDir
    Path directory;

    private final Map<RunKey, RunRecords> truth = new LinkedHashMap<>();
    private final List<QueriedInstance> instances = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private Line line;

    @BeforeEach
    void start() throws IOException {
        line = Line.on(
                new Topics("queries."),
                URI.create(SharedCluster.get().registryUrl()),
                Map.of("session.timeout.ms", 6_000, "heartbeat.interval.ms", 2_000, "num.standby.replicas", 1));
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
        AtomicBoolean asking = new AtomicBoolean(true);
        CompletableFuture<Void> asker = CompletableFuture.runAsync(() -> askWhile(asking));

        // When
        CompletableFuture<Void> feed = CompletableFuture.runAsync(this::publishSlowly);
        QueriedInstance second = instances.get(1);
        await().atMost(PATIENCE).until(() -> statuses.getOrDefault("200", 0) > 50);
        instances.remove(second);
        second.close();
        instances.add(QueriedInstance.start(line, directory.resolve("b")));
        await().atMost(PATIENCE).until(() -> instances.stream().allMatch(QueriedInstance::isReady));
        feed.join();
        truth.forEach((key, run) -> await().atMost(PATIENCE).until(() -> instances.stream()
                .allMatch(instance -> verdicts(instance, key).equals(digests(run)))));
        asking.set(false);
        asker.join();

        // Then
        System.out.println("queries through a rebalance: " + new TreeMap<>(statuses));
        assertThat(wrong).isEmpty();
        truth.keySet()
                .forEach(key -> await().atMost(PATIENCE).until(() -> stale(key).equals(Set.of(true, false))));
        assertThat(statuses.keySet()).isSubsetOf("200", "404", "503", "closed");
        truth.keySet()
                .forEach(key -> instances.forEach(instance -> assertThat(instance.ask(path(key) + "/window"))
                        .get()
                        .extracting(HttpResponse::statusCode)
                        .isEqualTo(200)));
    }

    /** Who owns the run answers from its store, the other from its copy, and says so. */
    private Set<Boolean> stale(RunKey key) {
        Set<Boolean> seen = new HashSet<>();
        instances.forEach(instance -> instance.ask(
                        "/api/v1/stores/tuner/bots/" + key.bot() + "/runs/" + key.run() + "?stale=true")
                .filter(answer -> answer.statusCode() == 200)
                .ifPresent(answer -> seen.add(read(answer.body()).get("stale").asBoolean())));
        return seen;
    }

    private static String path(RunKey key) {
        return "/api/v1/bots/" + key.bot() + "/runs/" + key.run();
    }

    /** All runs at once, event by event. */
    private void publishSlowly() {
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(EventPublisher.producerProperties(line.clientProperties()))) {
            EventPublisher publisher = new EventPublisher(
                    producer, new AvroSerdes(line.registry()), line.topics().events());
            List<List<SoakEvent>> events = new ArrayList<>();
            for (RunKey key : truth.keySet()) {
                events.add(RecordedRun.events("mock24", key));
            }
            for (int i = 0; i < events.get(0).size(); i++) {
                int next = i;
                List<SoakEvent> step = events.stream().map(run -> run.get(next)).toList();
                step.forEach(event -> publisher.publish(List.of(event)));
                // As much time as a rebalance needs is to pass while runs go on.
                CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS))
                        .join();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void askWhile(AtomicBoolean asking) {
        while (asking.get()) {
            for (QueriedInstance instance : instances) {
                truth.forEach((key, run) -> {
                    ask(
                            instance,
                            "/api/v1/stores/tuner/bots/" + key.bot() + "/runs/" + key.run(),
                            body -> tuner(body, run));
                    ask(
                            instance,
                            "/api/v1/stores/gate/bots/" + key.bot() + "/runs/" + key.run(),
                            body -> gate(body, run));
                    ask(instance, path(key) + "/verdicts?limit=1000", body -> prefix(body, run));
                });
            }
        }
    }

    /** What is wrong with an answer; empty: nothing. */
    private interface Check {
        Optional<String> apply(JsonNode body);
    }

    private void ask(QueriedInstance instance, String path, Check check) {
        Optional<HttpResponse<String>> answer = instance.ask(path);
        String place = path.contains("/stores/") ? path : instance.url() + path;
        // A gate forgets a run that has ended; nobody else forgets one.
        answer.filter(one -> one.statusCode() == 404 && known.contains(place) && !path.contains("/gate/"))
                .ifPresent(one -> wrong.add(path + ": known before, and now not"));
        answer.filter(one -> one.statusCode() == 200).ifPresent(one -> known.add(place));
        statuses.merge(answer.map(one -> String.valueOf(one.statusCode())).orElse("closed"), 1, Integer::sum);
        answer.filter(one -> one.statusCode() == 200)
                .ifPresent(one -> check.apply(read(one.body())).ifPresent(what -> wrong.add(path + ": " + what)));
        answer.filter(one -> one.statusCode() == 503)
                .filter(one -> one.headers().firstValue("Retry-After").isEmpty())
                .ifPresent(one -> wrong.add(path + ": 503 without Retry-After"));
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /** The state after so many events is what the decision about the last of them says. */
    private static Optional<String> tuner(JsonNode body, RunRecords run) {
        TuningDecision decision = run.decisions().get(body.get("sequence").asInt() - 1);
        if (body.get("ended").asBoolean() || decision.getRunEnded() != null) {
            return Optional.empty();
        }
        String expected = decision.getResultHash() + " " + decision.getIterationsTotal();
        String found = body.get("overrides").get("state_hash").asText() + " "
                + body.get("iterations_total").asInt();
        return expected.equals(found) ? Optional.empty() : Optional.of(expected + " is expected, but " + found);
    }

    private static Optional<String> gate(JsonNode body, RunRecords run) {
        TuningDecision decision = run.decisions().get(body.get("last_sequence").asInt() - 1);
        String found = body.get("overrides").get("state_hash").asText();
        return found.equals(decision.getResultHash())
                ? Optional.empty()
                : Optional.of(decision.getResultHash() + " is expected, but " + found);
    }

    private static Optional<String> prefix(JsonNode body, RunRecords run) {
        List<String> found = digests(body);
        List<String> all = digests(run);
        boolean fits =
                found.size() <= all.size() && all.subList(0, found.size()).equals(found);
        return fits ? Optional.empty() : Optional.of("other verdicts than a fold gives");
    }

    private static List<String> verdicts(QueriedInstance instance, RunKey key) {
        return instance.ask(path(key) + "/verdicts?limit=1000")
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> digests(read(answer.body())))
                .orElse(List.of());
    }

    private static List<String> digests(JsonNode body) {
        List<String> digests = new ArrayList<>();
        body.get("rows").forEach(row -> digests.add(row.get("digest").asText()));
        return digests;
    }

    private static List<String> digests(RunRecords run) {
        return run.verdicts().stream().map(Verdict::getDigest).toList();
    }
}
