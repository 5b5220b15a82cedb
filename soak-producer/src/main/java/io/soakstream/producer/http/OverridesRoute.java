package io.soakstream.producer.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.overrides.DesiredOverrides;
import io.soakstream.producer.overrides.RunOverrides;
import io.soakstream.schemas.canonical.Decimals;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a bot must run with; a client that has it already may wait for the next version. */
final class OverridesRoute {
    private static final Pattern WAIT = Pattern.compile("([0-9]{1,4})s?");
    private static final int MAX_WAITING = 500;
    private static final int RETRY_SECONDS = 5;

    private final OverridesView view;
    private final Semaphore waiting = new Semaphore(MAX_WAITING);

    OverridesRoute(OverridesView view) {
        this.view = view;
    }

    CompletableFuture<Answer> get(Context context) {
        RunKey key = PathKey.of(context);
        Duration wait = waitOf(context);
        Set<String> known = knownHashes(context);
        return view.of(key)
                .thenCompose(run -> wait.isZero() ? now(run) : next(run, known, wait))
                .thenApply(version -> version.map(found -> answer(key, found, known))
                        .orElseThrow(() -> Problem.of(404, "no overrides of " + key + " are known")));
    }

    private static CompletableFuture<Optional<DesiredOverrides>> now(RunOverrides run) {
        return CompletableFuture.completedFuture(run.latest());
    }

    private CompletableFuture<Optional<DesiredOverrides>> next(RunOverrides run, Set<String> known, Duration wait) {
        if (!waiting.tryAcquire()) {
            throw Problem.unavailable("too many clients wait for overrides", RETRY_SECONDS);
        }
        CompletableFuture<DesiredOverrides> next = run.next(version -> !known.contains(version.stateHash()));
        return next.thenApply(Optional::of)
                .completeOnTimeout(Optional.empty(), wait.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((version, failed) -> {
                    next.cancel(false);
                    waiting.release();
                })
                .thenApply(version -> version.or(run::latest));
    }

    private static Duration waitOf(Context context) {
        String stated = context.queryParam("wait");
        if (stated == null) {
            return Duration.ZERO;
        }
        Matcher seconds = WAIT.matcher(stated);
        if (!seconds.matches() || Long.parseLong(seconds.group(1)) > IngestConfig.MAX_WAIT.toSeconds()) {
            throw Problem.of(400, "wait", "must be seconds, from 0s to " + IngestConfig.MAX_WAIT.toSeconds() + "s");
        }
        return Duration.ofSeconds(Long.parseLong(seconds.group(1)));
    }

    /** The entity tags that the client has: state hashes, in quotes. */
    private static Set<String> knownHashes(Context context) {
        String stated = context.header("If-None-Match");
        return stated == null
                ? Set.of()
                : Arrays.stream(stated.split(","))
                        .map(tag -> tag.strip().replaceFirst("^W/", "").replace("\"", ""))
                        .collect(Collectors.toSet());
    }

    private static Answer answer(RunKey key, DesiredOverrides version, Set<String> known) {
        boolean unchanged = known.contains(version.stateHash()) || known.contains("*");
        Answer answer = unchanged ? Answer.empty(304) : Answer.json(200, body(key, version));
        return answer.with("ETag", "\"" + version.stateHash() + "\"").with("Cache-Control", "no-cache");
    }

    private static ObjectNode body(RunKey key, DesiredOverrides version) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("bot", key.bot()).put("run", key.run()).put("version", version.version());
        ObjectNode values = body.putObject("values");
        version.values().values().forEach((name, value) -> values.put(name, plain(value)));
        ObjectNode document = body.putObject("document");
        version.values().document().forEach((section, inner) -> {
            ObjectNode node = document.putObject(section);
            inner.forEach((name, value) -> node.put(name, plain(value)));
        });
        body.put("state_hash", version.stateHash());
        version.decidedByIteration().ifPresent(iteration -> body.put("decided_by_iteration", iteration));
        version.commandId().ifPresent(id -> body.put("command_id", id));
        return body.put("decided_at", version.decidedAt().toString());
    }

    /** Without zeros at the end, and without an exponent. */
    private static BigDecimal plain(BigDecimal value) {
        return new BigDecimal(Decimals.plain(value));
    }
}
