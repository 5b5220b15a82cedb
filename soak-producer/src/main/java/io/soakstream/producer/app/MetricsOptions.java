package io.soakstream.producer.app;

import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.soakstream.producer.http.MetricsServer;
import io.soakstream.producer.simulator.SimulatedIteration;
import io.soakstream.producer.telemetry.BotMetrics;
import io.soakstream.producer.telemetry.SimulatedTelemetry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The flag by which simulated bots show their metrics. */
public final class MetricsOptions {
    /** Nothing is shown. */
    private static final AutoCloseablePage NONE = () -> {};

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            converter = PortConverter.class,
            description = "Show the bot's mm_* metrics on http://127.0.0.1:PORT/metrics; 0: any free port.")
    private Optional<Integer> port = Optional.empty();

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** A page that is shown until it is closed. */
    @FunctionalInterface
    public interface AutoCloseablePage extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Shows the page, if that is asked for.
     *
     * @param lines is told where
     * @throws IOException the port cannot be listened on
     */
    public AutoCloseablePage show(Consumer<String> lines) throws IOException {
        if (port.isEmpty()) {
            return NONE;
        }
        MetricsServer server = MetricsServer.start(port.get(), registry::scrape);
        lines.accept("metrics on http://127.0.0.1:" + server.port() + "/metrics");
        return server::close;
    }

    /**
     * Takes the iterations of a bot onto the page.
     *
     * @param bot name of the bot; empty: it is the only one
     */
    public Consumer<SimulatedIteration> telemetry(Optional<String> bot, Duration period) {
        return new SimulatedTelemetry(
                new BotMetrics(registry, bot.map(name -> Tags.of("bot", name)).orElse(Tags.empty())), period);
    }
}
