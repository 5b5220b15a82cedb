package io.soakstream.producer.recording;

import io.soakstream.producer.domain.NoIterationsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads a topic once, from its beginning to where it ended when the scan began. */
public final class TopicScan {
    private static final Duration POLL = Duration.ofMillis(500);
    /** Polls in a row without progress before the broker is given up (30 s). */
    private static final int PATIENCE = 60;

    private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
    private final String topic;

    /** @param consumer with {@link TopicRecorder#consumerProperties}; the caller closes it */
    public TopicScan(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
    }

    /**
     * Hands over every record, in log order within its partition.
     *
     * @throws NoIterationsException there is no such topic
     * @throws TimeoutException the broker did not deliver the records
     */
    public void forEach(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        List<TopicPartition> partitions = partitions(consumer, topic);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        int idle = 0;
        while (!atEnd(ends)) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            idle = records.isEmpty() ? idle + 1 : 0;
            if (idle > PATIENCE) {
                throw new TimeoutException("the records of " + topic + " did not arrive");
            }
            for (ConsumerRecord<byte[], byte[]> entry : records) {
                if (entry.offset() < ends.get(new TopicPartition(entry.topic(), entry.partition()))) {
                    reader.accept(entry);
                }
            }
        }
    }

    static List<TopicPartition> partitions(
            org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer, String topic) {
        List<PartitionInfo> found = consumer.partitionsFor(topic);
        if (found == null || found.isEmpty()) {
            throw new NoIterationsException("there is no topic " + topic);
        }
        return found.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private boolean atEnd(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
