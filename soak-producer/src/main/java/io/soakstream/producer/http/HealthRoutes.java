package io.soakstream.producer.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Whether the server lives, and whether it can do its work. */
final class HealthRoutes {
    private static final int RETRY_SECONDS = 5;

    private final Supplier<Optional<String>> obstacle;

    /** @param obstacle why iterations cannot be taken now; empty: they can */
    HealthRoutes(Supplier<Optional<String>> obstacle) {
        this.obstacle = obstacle;
    }

    CompletableFuture<Answer> live(Context context) {
        return well();
    }

    CompletableFuture<Answer> ready(Context context) {
        obstacle.get().ifPresent(why -> {
            throw Problem.unavailable(why, RETRY_SECONDS);
        });
        return well();
    }

    private static CompletableFuture<Answer> well() {
        return CompletableFuture.completedFuture(
                Answer.json(200, JsonNodeFactory.instance.objectNode().put("status", "ok")));
    }
}
