package io.soakstream.deploy.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class FetchWatchTest {
    private static final long LONG_ENOUGH = Duration.ofSeconds(10).toNanos();

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - LONG_ENOUGH / 2);
    private final FetchWatch watch = new FetchWatch(nanos::get);
    private double answered;

    private final class Answers implements Metric {
        @Override
        public MetricName metricName() {
            return new MetricName("fetch-total", "consumer-fetch-manager-metrics", "", Map.of());
        }

        @Override
        public Object metricValue() {
            return answered;
        }
    }

    private Consumer<byte[], byte[]> consumer(Metric... counts) {
        Map<MetricName, Metric> metrics = new HashMap<>();
        for (Metric count : counts) {
            metrics.put(count.metricName(), count);
        }
        return new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name()) {
            @Override
            public synchronized Map<MetricName, ? extends Metric> metrics() {
                return metrics;
            }
        };
    }

    @Test
    void shouldSayThatNobodyAnswersOnceItHasWaitedLongEnough() {
        // Given
        watch.begin(consumer(new Answers()));
        answered = 1;
        watch.look();

        // When
        nanos.addAndGet(LONG_ENOUGH);
        watch.look();

        // Then
        assertThat(watch.silence()).isEmpty();
        nanos.incrementAndGet();
        assertThat(watch.silence()).contains("no Kafka broker answers the view");
    }

    @Test
    void shouldTakeItBackWithTheNextAnswer() {
        // Given
        watch.begin(consumer(new Answers()));
        nanos.addAndGet(2 * LONG_ENOUGH);

        // When
        answered++;
        watch.look();

        // Then
        assertThat(watch.silence()).isEmpty();
    }

    /** A new consumer counts from the beginning: as many answers as the old one had are news. */
    @Test
    void shouldBeginAnewWithANewConsumer() {
        // Given
        watch.begin(consumer(new Answers()));
        answered = 3;
        watch.look();
        nanos.addAndGet(2 * LONG_ENOUGH);
        watch.begin(consumer(new Answers()));

        // When
        watch.look();

        // Then
        assertThat(watch.silence()).isEmpty();
    }

    @Test
    void shouldNotWatchWhatDoesNotCount() {
        // Given
        Consumer<byte[], byte[]> mute = consumer();

        // When / Then
        assertThatThrownBy(() -> watch.begin(mute)).hasMessageContaining("does not count its fetches");
    }
}
