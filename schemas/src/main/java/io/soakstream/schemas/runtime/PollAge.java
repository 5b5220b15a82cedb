package io.soakstream.schemas.runtime;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** How long ago the main consumers of a stream last asked for records, by Kafka's own metrics. */
final class PollAge {
    /** A loop that works on records asks several times a second. */
    private static final double PATIENCE_SECONDS = 30;

    private final Map<MetricName, ? extends Metric> metrics;

    PollAge(Map<MetricName, ? extends Metric> metrics) {
        this.metrics = metrics;
    }

    /** A thread is stuck; empty: none is. */
    Optional<String> obstacle() {
        double oldest = metrics.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals("last-poll-seconds-ago"))
                .filter(entry -> isMainConsumer(entry.getKey().tags().getOrDefault("client-id", "")))
                .mapToDouble(entry -> ((Number) entry.getValue().metricValue()).doubleValue())
                .max()
                .orElse(0);
        return oldest > PATIENCE_SECONDS
                ? Optional.of("has not asked for records for " + (long) oldest + " s")
                : Optional.empty();
    }

    private static boolean isMainConsumer(String clientId) {
        return clientId.endsWith("-consumer") && !clientId.endsWith("-restore-consumer");
    }
}
