package io.soakstream.deploy.app;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.soakstream.producer.http.MetricsServer;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** A registry of meters, shown on a port if that is asked for. */
final class MetricsPage implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Optional<MetricsServer> server;

    private MetricsPage(Optional<Integer> port) throws IOException {
        this.server =
                port.isPresent() ? Optional.of(MetricsServer.start(port.get(), registry::scrape)) : Optional.empty();
    }

    /**
     * Shows the page.
     *
     * @param lines is told where
     * @throws IOException the port cannot be listened on
     */
    static MetricsPage show(Optional<Integer> port, Consumer<String> lines) throws IOException {
        MetricsPage page = new MetricsPage(port);
        page.server.ifPresent(shown -> lines.accept("metrics on http://127.0.0.1:" + shown.port() + "/metrics"));
        return page;
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    @Override
    public void close() {
        server.ifPresent(MetricsServer::close);
    }
}
