package io.soakstream.schemas.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Tells whether a partition holds anything that was committed. Offsets alone do not: aborted records have some too. */
final class CommittedRecords implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    /** Polls without a record before the broker is given up (30 s). */
    private static final int PATIENCE = 150;

    private final KafkaConsumer<byte[], byte[]> consumer;

    CommittedRecords(Map<String, Object> client) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** @throws TimeoutException the broker did not deliver what is there */
    boolean existIn(TopicPartition partition) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        for (int idle = 0; consumer.position(partition) < end; idle++) {
            if (!consumer.poll(POLL).isEmpty()) {
                return true;
            }
            if (idle > PATIENCE) {
                throw new TimeoutException("the records of " + partition + " did not arrive");
            }
        }
        return false;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
