package io.soakstream.deploy.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.soakstream.deploy.metrics.Meters;
import io.soakstream.producer.http.MetricsServer;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A process's meters, shown on a port of their own if that is asked for. */
final class MetricsPage implements AutoCloseable {
    private final MeterRegistry registry;
    private final Optional<MetricsServer> server;

    private MetricsPage(Optional<Integer> port, MeterRegistry registry, Supplier<String> text) throws IOException {
        this.registry = registry;
        this.server = port.isPresent() ? Optional.of(MetricsServer.start(port.get(), text)) : Optional.empty();
    }

    /**
     * Shows the page.
     *
     * @param shown meters that the process shows elsewhere too; empty: it does not
     * @param lines is told where
     * @throws IOException the port cannot be listened on
     */
    static MetricsPage show(Optional<Integer> port, Optional<Meters> shown, Consumer<String> lines) throws IOException {
        MetricsPage page =
                shown.isPresent() ? new MetricsPage(port, shown.get().registry(), shown.get()::page) : ofItsOwn(port);
        page.server.ifPresent(server -> lines.accept("metrics on http://127.0.0.1:" + server.port() + "/metrics"));
        return page;
    }

    private static MetricsPage ofItsOwn(Optional<Integer> port) throws IOException {
        PrometheusMeterRegistry own = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        return new MetricsPage(port, own, own::scrape);
    }

    MeterRegistry registry() {
        return registry;
    }

    @Override
    public void close() {
        server.ifPresent(MetricsServer::close);
    }
}
