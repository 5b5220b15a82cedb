package io.soakstream.deploy.benchmark;

import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads committed verdicts as they come and notes how long each took. */
final class VerdictClock implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int DIGITS = 3;

    private final EventLoad load;
    private final Consumer<String, Verdict> consumer;

    /** Verdicts from before are not read. */
    VerdictClock(BenchmarkBroker broker, Topic<Verdict> topic, EventLoad load) {
        this.load = load;
        Map<String, Object> properties = new HashMap<>(broker.clientProperties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.consumer = new KafkaConsumer<>(
                properties,
                new StringDeserializer(),
                broker.serdes().of(Verdict.class).deserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /**
     * Waits for the verdict about every event of the load.
     *
     * @param dueNanos when each record was due
     * @return latencies (us)
     */
    Histogram await(LongUnaryOperator dueNanos) {
        Histogram micros = new Histogram(DIGITS);
        long heard = System.nanoTime();
        while (micros.getTotalCount() < load.records()) {
            var polled = consumer.poll(POLL);
            long now = System.nanoTime();
            polled.forEach(record -> micros.recordValue(
                    TimeUnit.NANOSECONDS.toMicros(now - dueNanos.applyAsLong(index(record.value())))));
            heard = polled.isEmpty() ? heard : now;
            if (now - heard > SILENCE.toNanos()) {
                throw new IllegalStateException(
                        "only " + micros.getTotalCount() + " of " + load.records() + " verdicts have come");
            }
        }
        return micros;
    }

    private long index(Verdict verdict) {
        return load.index(verdict.getRun(), verdict.getIteration());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
