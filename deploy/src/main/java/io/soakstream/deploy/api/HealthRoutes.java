package io.soakstream.deploy.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.soakstream.deploy.health.Health;
import io.soakstream.deploy.health.Health.PartHealth;
import io.soakstream.producer.http.Answer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Whether the process lives, and whether it does its work. */
final class HealthRoutes {
    private static final String RETRY_SECONDS = "2";

    private final Health health;
    private final Executor threads;

    /** @param threads may wait for a broker that does not answer */
    HealthRoutes(Health health, Executor threads) {
        this.health = health;
        this.threads = threads;
    }

    CompletableFuture<Answer> live(Context context) {
        return CompletableFuture.completedFuture(answer(health.alive()));
    }

    CompletableFuture<Answer> ready(Context context) {
        return CompletableFuture.supplyAsync(() -> answer(health.ready()), threads);
    }

    static ArrayNode parts(List<PartHealth> parts) {
        ArrayNode list = Replying.object().arrayNode();
        parts.forEach(part -> list.addObject()
                .put("part", part.part())
                .put("status", part.wrong().isEmpty() ? "ok" : "unavailable")
                .put("detail", part.wrong().orElse(null)));
        return list;
    }

    private static Answer answer(List<PartHealth> parts) {
        boolean well = parts.stream().allMatch(part -> part.wrong().isEmpty());
        ObjectNode body = Replying.object().put("status", well ? "ok" : "unavailable");
        body.set("parts", parts(parts));
        return well ? Answer.json(200, body) : Answer.json(503, body).with("Retry-After", RETRY_SECONDS);
    }
}
