package io.soakstream.deploy.api;

import io.soakstream.deploy.health.Health;
import io.soakstream.deploy.http.ApiRoute;
import io.soakstream.deploy.live.LiveStores;
import io.soakstream.deploy.metrics.Meters;
import io.soakstream.producer.http.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** What every app process serves: health, metrics, and the stores of its streams. */
public final class ProcessApi {
    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final Health health;
    private final Meters meters;
    private final LiveStores stores;
    private final Executor threads;

    /** @param threads for questions that may wait for a broker */
    public ProcessApi(Health health, Meters meters, LiveStores stores, Executor threads) {
        this.health = health;
        this.meters = meters;
        this.stores = stores;
        this.threads = threads;
    }

    public List<ApiRoute> routes() {
        HealthRoutes asked = new HealthRoutes(health, threads);
        return List.of(
                ApiRoute.open("/health/live", asked::live),
                ApiRoute.open("/health/ready", asked::ready),
                ApiRoute.read(
                        "/metrics",
                        context -> CompletableFuture.supplyAsync(
                                () -> new Answer(200, TEXT_FORMAT, Optional.of(meters.page()), Map.of()), threads)),
                ApiRoute.read("/api/v1/stores/{app}/bots/{bot}/runs/{run}", new StoreRoute(stores)::run));
    }
}
