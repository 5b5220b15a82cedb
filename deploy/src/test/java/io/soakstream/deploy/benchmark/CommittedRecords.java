package io.soakstream.deploy.benchmark;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic to its end, committed records only, and counts. */
final class CommittedRecords {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private long records;
    private long bytes;
    private byte[] last;

    private CommittedRecords() {}

    static Input count(BenchmarkBroker broker, String topic) {
        CommittedRecords counted = new CommittedRecords();
        counted.read(broker, topic);
        return new Input(Map.copyOf(counted.ends), counted.records, counted.bytes);
    }

    /** Size of the value that was written last; where there is one key, that is the state in force (bytes). */
    static int lastBytes(BenchmarkBroker broker, String topic) {
        CommittedRecords read = new CommittedRecords();
        read.read(broker, topic);
        return read.last.length;
    }

    private void read(BenchmarkBroker broker, String topic) {
        Map<String, Object> properties = new HashMap<>(broker.clientProperties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (!reached(consumer, end)) {
                add(consumer.poll(POLL));
            }
        }
    }

    private static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        Collection<Map.Entry<TopicPartition, Long>> all = ends.entrySet();
        return all.stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void add(ConsumerRecords<byte[], byte[]> polled) {
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            records++;
            bytes += record.value() == null ? 0 : record.value().length;
            last = record.value();
            ends.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        }
    }
}
