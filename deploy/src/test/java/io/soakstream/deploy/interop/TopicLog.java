package io.soakstream.deploy.interop;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What stands on a topic. */
final class TopicLog {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TopicLog() {}

    /** The committed records of a key from the beginning, as soon as there are at least so many. */
    static <V> List<ConsumerRecord<String, V>> committed(
            Map<String, Object> client, String topic, String key, int atLeast, Deserializer<V> values) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return read(properties, topic, key, atLeast, values);
    }

    /** The same with what is not committed or never will be. */
    static <V> List<ConsumerRecord<String, V>> all(
            Map<String, Object> client, String topic, String key, int atLeast, Deserializer<V> values) {
        return read(client, topic, key, atLeast, values);
    }

    private static <V> List<ConsumerRecord<String, V>> read(
            Map<String, Object> properties, String topic, String key, int atLeast, Deserializer<V> values) {
        List<ConsumerRecord<String, V>> records = new ArrayList<>();
        try (Consumer<String, V> consumer = new KafkaConsumer<>(properties, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(PATIENCE).pollInSameThread().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(key)) {
                        records.add(record);
                    }
                });
                return records.size() >= atLeast;
            });
        }
        return records;
    }
}
