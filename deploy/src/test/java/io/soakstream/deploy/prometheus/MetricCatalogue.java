package io.soakstream.deploy.prometheus;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.soakstream.producer.telemetry.BotMetrics;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of the metrics that there are: a bot's from its own page, the others from what writes them. */
final class MetricCatalogue {
    /** By the meters of Kafka's clients, the notifier and the dashboard process. */
    private static final Set<String> OF_PROCESSES = Set.of(
            "kafka_consumer_fetch_manager_records_lag_max",
            "kafka_producer_topic_record_send_total",
            "kafka_stream_alive_stream_threads",
            "soak_notification_oldest_pending_seconds",
            "soak_notification_queue_depth",
            "soak_kpi_value",
            "soak_kpi_threshold",
            "soak_runs");

    private static final Pattern SERIES = Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)[{ ]");
    private static final Pattern USED = Pattern.compile("\\b((?:mm|soak|kafka|partial)_[a-z0-9_]+)");

    private MetricCatalogue() {}

    /** @param runPage what {@code soak metrics} prints of a run */
    static Set<String> names(String runPage) {
        Set<String> names = new TreeSet<>(OF_PROCESSES);
        names.addAll(series(botPage()));
        names.addAll(series(runPage));
        return names;
    }

    /** Metrics that an expression goes by. */
    static Set<String> used(String expression) {
        Set<String> used = new TreeSet<>();
        Matcher matcher = USED.matcher(expression);
        while (matcher.find()) {
            used.add(matcher.group(1));
        }
        return used;
    }

    private static Set<String> series(String page) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = SERIES.matcher(page);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String botPage() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        BotMetrics bot = new BotMetrics(registry);
        bot.tick(Duration.ofMillis(1));
        bot.guardTripped("latency");
        return registry.scrape();
    }
}
