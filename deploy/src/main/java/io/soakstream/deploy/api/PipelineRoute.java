package io.soakstream.deploy.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.soakstream.deploy.health.Health;
import io.soakstream.deploy.health.PipelineProbe;
import io.soakstream.deploy.health.PipelineProbe.PipelineState;
import io.soakstream.deploy.http.ApiRoute;
import io.soakstream.producer.http.Answer;
import io.soakstream.schemas.runtime.StoreUnavailableException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** How the whole line is: parts of this process, lag of every app, dead letters. The parts are told without a broker too. */
public final class PipelineRoute {
    private final Health health;
    private final PipelineProbe probe;
    private final Executor threads;

    /** @param threads two, which may wait for a broker that does not answer */
    public PipelineRoute(Health health, PipelineProbe probe, Executor threads) {
        this.health = health;
        this.probe = probe;
        this.threads = threads;
    }

    public ApiRoute route() {
        return ApiRoute.read("/api/v1/pipeline", this::state);
    }

    /**
     * Both wait for the same broker: at the same time, or a broker that is away would be waited for twice. The parts first:
     * a line that waits for the line of another client must not take the thread that they need.
     */
    private CompletableFuture<Answer> state(Context context) {
        return CompletableFuture.supplyAsync(() -> HealthRoutes.parts(health.ready()), threads)
                .thenCombine(
                        CompletableFuture.supplyAsync(this::line, threads),
                        (parts, line) -> Answer.json(200, line.set("parts", parts)));
    }

    private ObjectNode line() {
        ObjectNode body = Replying.object();
        try {
            PipelineState state = probe.ask();
            ObjectNode lags = body.putObject("lag_records");
            state.lagRecords().forEach(lags::put);
            return body.put("dead_letters", state.deadLetters()).putNull("unavailable");
        } catch (StoreUnavailableException away) {
            return body.putNull("lag_records").putNull("dead_letters").put("unavailable", away.getMessage());
        }
    }
}
