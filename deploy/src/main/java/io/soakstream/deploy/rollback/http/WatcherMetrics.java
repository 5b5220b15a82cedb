package io.soakstream.deploy.rollback.http;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.soakstream.deploy.rollback.RollbackWatcher.Done;
import io.soakstream.deploy.rollback.action.ActionResult;
import java.util.Locale;

/** What the watcher counts. */
public final class WatcherMetrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    public WatcherMetrics() {
        unauthorised(0);
    }

    /** An alert was taken. */
    public void taken(Done done) {
        String decision = done.kind().name().toLowerCase(Locale.ROOT);
        registry.counter("soak.rollback.alerts", "decision", decision).increment();
        for (ActionResult result : done.results()) {
            String status = result.status().name().toLowerCase(Locale.ROOT);
            registry.counter(
                            "soak.rollback.actions",
                            "action",
                            result.action().kind().word(),
                            "status",
                            status)
                    .increment();
        }
    }

    /** Somebody without the token: Alertmanager would not come again, so somebody has to look. */
    void unauthorised(int count) {
        registry.counter("soak.rollback.unauthorised").increment(count);
    }

    String page() {
        return registry.scrape();
    }
}
