package io.soakstream.deploy.view;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;

/**
 * Whether a broker answers a consumer. It answers a fetch that finds nothing too, after half a second as consumers are set;
 * a consumer whose broker is away polls on and says nothing. Looked at by the consumer's thread, asked by any.
 */
final class FetchWatch {
    private static final String GROUP = "consumer-fetch-manager-metrics";
    private static final String ANSWERED = "fetch-total";
    private static final long SILENT_NANOS = Duration.ofSeconds(10).toNanos();

    private final LongSupplier nanos;
    private Metric fetches;
    private double counted;
    private volatile long answeredAtNanos;

    /** @param nanos a time that never goes back (ns) */
    FetchWatch(LongSupplier nanos) {
        this.nanos = nanos;
        this.answeredAtNanos = nanos.getAsLong();
    }

    /** Watches this one from now on. */
    void begin(Consumer<?, ?> consumer) {
        fetches = consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().group().equals(GROUP)
                        && metric.metricName().name().equals(ANSWERED))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the consumer does not count its fetches"));
        counted = 0;
    }

    /** After each poll. */
    void look() {
        double answered = (Double) fetches.metricValue();
        if (answered != counted) {
            counted = answered;
            answeredAtNanos = nanos.getAsLong();
        }
    }

    /** Why nothing new would come; empty: nothing of the kind is known. One broker that answers is enough, whatever others do. */
    Optional<String> silence() {
        return nanos.getAsLong() - answeredAtNanos > SILENT_NANOS
                ? Optional.of("no Kafka broker answers the view")
                : Optional.empty();
    }
}
