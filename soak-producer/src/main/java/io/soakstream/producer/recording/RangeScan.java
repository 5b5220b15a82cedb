package io.soakstream.producer.recording;

import io.soakstream.producer.domain.NoIterationsException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads a range of offsets once: all of it, or nothing. */
final class RangeScan {
    private static final Duration POLL = Duration.ofMillis(500);
    /** Polls in a row without progress before the broker is given up (30 s). */
    private static final int PATIENCE = 60;

    private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
    private final TopicRange range;
    private final TopicPartition partition;

    /** @param consumer with {@link TopicRecorder#consumerProperties}; the caller closes it */
    RangeScan(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer, TopicRange range) {
        this.consumer = consumer;
        this.range = range;
        this.partition = new TopicPartition(range.topic(), range.partition());
    }

    /**
     * Hands over the committed records of the range, in log order.
     *
     * @throws NoIterationsException there is no such partition, or it does not hold the whole range (any more, or yet)
     * @throws TimeoutException the broker did not deliver the records
     */
    void forEach(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        if (!TopicScan.partitions(consumer, range.topic()).contains(partition)) {
            throw new NoIterationsException("topic " + range.topic() + " has no partition " + range.partition());
        }
        consumer.assign(List.of(partition));
        requireWhole();
        consumer.seek(partition, range.from());
        int idle = 0;
        while (consumer.position(partition) <= range.to()) {
            int read = 0;
            for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(POLL)) {
                read++;
                if (entry.offset() <= range.to()) {
                    reader.accept(entry);
                }
            }
            idle = read == 0 ? idle + 1 : 0;
            if (idle > PATIENCE) {
                throw new TimeoutException("the records of " + range + " did not arrive");
            }
        }
    }

    private void requireWhole() {
        long first = consumer.beginningOffsets(List.of(partition)).get(partition);
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        if (range.from() < first) {
            throw new NoIterationsException(
                    range + ": the first offset that is still there is " + first + ", so the range is not whole");
        }
        if (range.to() >= end) {
            throw new NoIterationsException(
                    range + ": the committed records end before offset " + end + ", so the range is not whole");
        }
    }
}
