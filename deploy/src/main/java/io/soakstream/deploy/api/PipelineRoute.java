package io.soakstream.deploy.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.soakstream.deploy.health.Health;
import io.soakstream.deploy.health.PipelineProbe;
import io.soakstream.deploy.http.ApiRoute;
import io.soakstream.producer.http.Answer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** How the whole line is: parts of this process, lag of every app, dead letters. */
public final class PipelineRoute {
    private final Health health;
    private final PipelineProbe probe;
    private final Executor threads;

    /** @param threads may wait for a broker that does not answer */
    public PipelineRoute(Health health, PipelineProbe probe, Executor threads) {
        this.health = health;
        this.probe = probe;
        this.threads = threads;
    }

    public ApiRoute route() {
        return ApiRoute.read("/api/v1/pipeline", this::state);
    }

    private CompletableFuture<Answer> state(Context context) {
        return CompletableFuture.supplyAsync(() -> Answer.json(200, body()), threads);
    }

    private ObjectNode body() {
        PipelineProbe.PipelineState state = probe.ask();
        ObjectNode body = Replying.object();
        ArrayNode parts = body.putArray("parts");
        health.ready().forEach(part -> parts.addObject()
                .put("part", part.part())
                .put("status", part.wrong().isEmpty() ? "ok" : "unavailable")
                .put("detail", part.wrong().orElse(null)));
        ObjectNode lags = body.putObject("lag_records");
        state.lagRecords().forEach(lags::put);
        return body.put("dead_letters", state.deadLetters());
    }
}
