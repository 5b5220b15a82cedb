package io.soakstream.notifier.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** The notifier's meters; Prometheus sees {@code soak_notifications_total} and so on. Channels are receivers' names. */
public final class NotifierMetrics {
    private static final String CHANNEL = "channel";
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(10),
        Duration.ofHours(1)
    };

    private final MeterRegistry registry;

    public NotifierMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * What became of a message.
     *
     * @param event leading event
     * @param outcome sent, skipped, failed or unknown
     */
    public void outcome(String channel, String event, String outcome) {
        registry.counter("soak.notifications", CHANNEL, channel, "event", event, "outcome", outcome)
                .increment();
    }

    /** From the broker's taking the verdict to the platform's taking the message. */
    public void delivered(String channel, Duration age) {
        Timer.builder("soak.notification.delivery")
                .tag(CHANNEL, channel)
                .serviceLevelObjectives(BOUNDS)
                .register(registry)
                .record(age.isNegative() ? Duration.ZERO : age);
    }

    /** @param reason kind of the failure that made the attempt necessary */
    public void retried(String channel, String reason) {
        registry.counter("soak.notification.retries", CHANNEL, channel, "reason", reason)
                .increment();
    }

    public void rateLimited(String channel, Duration waited) {
        registry.counter("soak.notification.rate.limited.seconds", CHANNEL, channel)
                .increment(waited.toNanos() / 1e9);
    }

    /** A message that no receiver took: somebody has to look. */
    public void deadLetter(String channel) {
        registry.counter("soak.notification.dead.letters", CHANNEL, channel).increment();
    }

    /**
     * The state of a receiver's queue.
     *
     * @param depth messages that wait (count)
     * @param oldestSeconds age of the oldest of them (s)
     */
    public <T> void queue(String channel, T queue, ToDoubleFunction<T> depth, ToDoubleFunction<T> oldestSeconds) {
        Gauge.builder("soak.notification.queue.depth", queue, depth)
                .tag(CHANNEL, channel)
                .register(registry);
        Gauge.builder("soak.notification.oldest.pending.seconds", queue, oldestSeconds)
                .tag(CHANNEL, channel)
                .register(registry);
    }
}
