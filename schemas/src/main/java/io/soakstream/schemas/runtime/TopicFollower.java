package io.soakstream.schemas.runtime;

import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.serde.UndecodableRecordException;
import io.soakstream.schemas.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a topic as it grows: committed records of all partitions, without a consumer group. For one thread. */
public final class TopicFollower<T extends SpecificRecord> implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(TopicFollower.class);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<T> values;
    private final List<TopicPartition> partitions;
    private Map<TopicPartition, Long> mark;

    private TopicFollower(
            KafkaAccess access, Topic<T> topic, BiConsumer<Consumer<?, ?>, Collection<TopicPartition>> seek) {
        Map<String, Object> properties = new HashMap<>(access.clientProperties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.values = new AvroSerdes(access.registry()).of(topic.valueType()).deserializer();
        try {
            this.partitions = partitions(topic.name());
            consumer.assign(partitions);
            seek.accept(consumer, partitions);
            // Kafka seeks when it must: only the question for the position makes it happen now.
            partitions.forEach(consumer::position);
            mark();
        } catch (RuntimeException failed) {
            consumer.close();
            throw failed;
        }
    }

    /** @throws org.apache.kafka.common.KafkaException the topic cannot be found */
    public static <T extends SpecificRecord> TopicFollower<T> fromBeginning(KafkaAccess access, Topic<T> topic) {
        return new TopicFollower<>(access, topic, Consumer::seekToBeginning);
    }

    /**
     * Only what is written after this call.
     *
     * @throws org.apache.kafka.common.KafkaException the topic cannot be found
     */
    public static <T extends SpecificRecord> TopicFollower<T> fromEnd(KafkaAccess access, Topic<T> topic) {
        return new TopicFollower<>(access, topic, Consumer::seekToEnd);
    }

    private List<TopicPartition> partitions(String topic) {
        List<TopicPartition> found = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (found.isEmpty()) {
            throw new UnknownTopicOrPartitionException(
                    "there is no topic " + topic + ": 'soak topics apply' creates it");
        }
        return found;
    }

    /** What has come since the last call, waiting for the first at most so long. */
    public List<T> poll(Duration wait) {
        List<T> read = new ArrayList<>();
        consumer.poll(wait).forEach(record -> decode(record).ifPresent(read::add));
        return read;
    }

    /** Marks what is on the topic now, as was done when it was opened. */
    public void mark() {
        mark = consumer.endOffsets(partitions);
    }

    /** Whether everything up to the mark has been read: the end itself moves away while others write. */
    public boolean isPastMark() {
        return partitions.stream().allMatch(partition -> consumer.position(partition) >= mark.get(partition));
    }

    private Optional<T> decode(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.ofNullable(values.deserialize(record.topic(), record.value()));
        } catch (UndecodableRecordException undecodable) {
            LOGGER.atError()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("code", undecodable.code())
                    .log("record cannot be decoded, passed over");
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
