package io.soakstream.deploy.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.gate.account.RunRecords;
import io.soakstream.producer.domain.RunKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
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

    private final Map<RunKey, FoldedRun> truth = new LinkedHashMap<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final Map<String, Integer> answered = new ConcurrentHashMap<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private volatile boolean asking = true;
    private CompletableFuture<Void> asker = CompletableFuture.completedFuture(null);

    /** @param truth what the production topologies make of each run without a broker */
    public FoldedAnswers(Map<RunKey, RunRecords> truth) {
        truth.forEach((key, run) -> this.truth.put(key, new FoldedRun(run)));
    }

    /** Begins to ask. @param urls of the instances that there are at the moment */
    public void begin(Supplier<List<String>> urls) {
        asker = CompletableFuture.runAsync(() -> {
            for (int round = 0; asking; round++) {
                int turn = round;
                urls.get().forEach(url -> truth.forEach((key, run) -> askAll(url, key, run, turn)));
            }
        });
    }

    /** Asks no more, and passes on what kept it from asking. */
    @Override
    public void close() {
        asking = false;
        asker.join();
    }

    /** @param turn how often it was asked before (count): another iteration is explained in each */
    private void askAll(String url, RunKey key, FoldedRun run, int turn) {
        String store = "/bots/" + key.bot() + "/runs/" + key.run();
        check("tuner", url, "/api/v1/stores/tuner" + store, run::tuner);
        check("gate", url, "/api/v1/stores/gate" + store, run::gate);
        check("now", url, path(key) + "/now", run::now);
        check("window", url, path(key) + "/window?committed=true", run::window);
        check("guards", url, path(key) + "/guards", run::guards);
        check("overrides", url, path(key) + "/overrides?limit=1000", run::overrides);
        check("decisions", url, path(key) + "/decisions?limit=1000", run::decisions);
        check("applications", url, path(key) + "/applications?limit=1000", run::applications);
        check("verdicts", url, path(key) + "/verdicts?limit=1000", run::verdicts);
        check("quality", url, path(key) + "/delta-quality", run.quality()::proposals);
        check("explain", url, path(key) + "/explain/" + (1 + turn % run.iterations()), run::explained);
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

    private void check(String kind, String url, String path, Function<JsonNode, Optional<String>> check) {
        Optional<HttpResponse<String>> answer = ask(url, path);
        String place = path.contains("/stores/") ? path : url + path;
        statuses.merge(answer.map(one -> String.valueOf(one.statusCode())).orElse("closed"), 1, Integer::sum);
        answer.ifPresent(one -> {
            switch (one.statusCode()) {
                case 200 -> {
                    known.add(place);
                    answered.merge(kind, 1, Integer::sum);
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

    /** How many answers were held against the fold, by what was asked: a route that never answers is never wrong. */
    public Map<String, Integer> answered() {
        return new TreeMap<>(answered);
    }

    /** Guards of the stores that were held against those of a decision (count). */
    public int guardsCompared() {
        return truth.values().stream().mapToInt(FoldedRun::guardsCompared).sum();
    }

    /** Whether an instance gives every record of a run, and what became of its proposals; fails with what it gives instead. */
    public void assertWhole(String url, RunKey key) {
        RunRecords run = truth.get(key).records();
        assertThat(rows(url, key, "verdicts")).isEqualTo(run.verdicts().size());
        assertThat(rows(url, key, "decisions")).isEqualTo(run.decisions().size());
        assertThat(rows(url, key, "applications")).isEqualTo(run.applications().size());
        assertThat(rows(url, key, "overrides")).isEqualTo(run.overrides().size());
        assertThat(truth.get(key).quality().isWhole(body(url, path(key) + "/delta-quality")))
                .as("delta quality of %s at %s", key, url)
                .isTrue();
    }

    private static int rows(String url, RunKey key, String kind) {
        return body(url, path(key) + "/" + kind + "?committed=true&limit=1000")
                .get("rows")
                .size();
    }

    /** Fails where it does not answer now. */
    private static JsonNode body(String url, String path) {
        Optional<HttpResponse<String>> answer = ask(url, path);
        assertThat(answer.map(HttpResponse::statusCode)).as(url + path).contains(200);
        return read(answer.orElseThrow().body());
    }

    public static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
