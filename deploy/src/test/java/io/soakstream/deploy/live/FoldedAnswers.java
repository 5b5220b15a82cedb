package io.soakstream.deploy.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.gate.account.RunRecords;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks instances without pause and holds every answer against what a fold of the topics gives at that point of the run. What
 * cannot be answered now is to be refused with 503 and a time, and only for now.
 */
public final class FoldedAnswers implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final Map<RunKey, RunRecords> truth;
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private volatile boolean asking = true;
    private CompletableFuture<Void> asker = CompletableFuture.completedFuture(null);

    /** @param truth what the production topologies make of each run without a broker */
    public FoldedAnswers(Map<RunKey, RunRecords> truth) {
        this.truth = truth;
    }

    /** Begins to ask. @param urls of the instances that there are at the moment */
    public void begin(Supplier<List<String>> urls) {
        asker = CompletableFuture.runAsync(() -> {
            while (asking) {
                urls.get().forEach(url -> truth.forEach((key, run) -> askAll(url, key, run)));
            }
        });
    }

    /** Asks no more, and passes on what kept it from asking. */
    @Override
    public void close() {
        asking = false;
        asker.join();
    }

    private void askAll(String url, RunKey key, RunRecords run) {
        String store = "/bots/" + key.bot() + "/runs/" + key.run();
        check(url, "/api/v1/stores/tuner" + store, body -> tuner(body, run));
        check(url, "/api/v1/stores/gate" + store, body -> gate(body, run));
        check(url, path(key) + "/verdicts?limit=1000", body -> prefix(body, run));
    }

    /** The run over HTTP. */
    public static String path(RunKey key) {
        return "/api/v1/bots/" + key.bot() + "/runs/" + key.run();
    }

    /** Empty: nobody listens, or the connection broke. */
    public static Optional<HttpResponse<String>> ask(String url, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(15))
                .build();
        try {
            return Optional.of(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException away) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void check(String url, String path, Function<JsonNode, Optional<String>> check) {
        Optional<HttpResponse<String>> answer = ask(url, path);
        String place = path.contains("/stores/") ? path : url + path;
        statuses.merge(answer.map(one -> String.valueOf(one.statusCode())).orElse("closed"), 1, Integer::sum);
        answer.ifPresent(one -> {
            switch (one.statusCode()) {
                case 200 -> {
                    known.add(place);
                    check.apply(read(one.body())).ifPresent(what -> wrong.add(path + ": " + what));
                }
                // A gate forgets a run that has ended; nobody else forgets one.
                case 404 -> {
                    if (known.contains(place) && !path.contains("/gate/")) {
                        wrong.add(path + ": known before, and now not");
                    }
                }
                case 503 -> {
                    if (one.headers().firstValue("Retry-After").isEmpty()) {
                        wrong.add(path + ": 503 without Retry-After");
                    }
                }
                default -> wrong.add(path + ": " + one.statusCode());
            }
        });
    }

    /** Answers that no fold gives; empty: there was none. */
    public List<String> wrong() {
        return wrong;
    }

    /** How many answers there were, by status. */
    public Map<String, Integer> statuses() {
        return new TreeMap<>(statuses);
    }

    /** Whether an instance gives every verdict of a run; fails with what it gives instead. */
    public void assertWhole(String url, RunKey key) {
        Optional<HttpResponse<String>> answer = ask(url, path(key) + "/verdicts?limit=1000");
        assertThat(answer.map(HttpResponse::statusCode))
                .as("%s at %s", key, url)
                .contains(200);
        assertThat(digests(read(answer.orElseThrow().body())))
                .as("%s at %s", key, url)
                .isEqualTo(digests(truth.get(key)));
    }

    public static JsonNode read(String body) {
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
        return difference(expected, found);
    }

    private static Optional<String> gate(JsonNode body, RunRecords run) {
        TuningDecision decision = run.decisions().get(body.get("last_sequence").asInt() - 1);
        return difference(
                decision.getResultHash(),
                body.get("overrides").get("state_hash").asText());
    }

    private static Optional<String> difference(String expected, String found) {
        return expected.equals(found) ? Optional.empty() : Optional.of(expected + " is expected, but " + found);
    }

    private static Optional<String> prefix(JsonNode body, RunRecords run) {
        List<String> found = digests(body);
        List<String> all = digests(run);
        boolean fits =
                found.size() <= all.size() && all.subList(0, found.size()).equals(found);
        return fits ? Optional.empty() : Optional.of("other verdicts than a fold gives");
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
