package io.soakstream.gate.app;

import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.serde.UndecodableRecordException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the verdict topic from its beginning, committed verdicts only, without a consumer group. */
public final class VerdictReader implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(VerdictReader.class);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<Verdict> verdicts;
    private final List<TopicPartition> partitions;

    /** @throws org.apache.kafka.common.KafkaException the topic cannot be found */
    public VerdictReader(KafkaAccess access) {
        Map<String, Object> properties = new HashMap<>(access.clientProperties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.verdicts = new AvroSerdes(access.registry()).of(Verdict.class).deserializer();
        this.partitions = partitions(access.topics().verdicts().name());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private List<TopicPartition> partitions(String topic) {
        List<TopicPartition> found = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (found.isEmpty()) {
            consumer.close();
            throw new UnknownTopicOrPartitionException(
                    "there is no topic " + topic + ": 'soak topics apply' creates it");
        }
        return found;
    }

    /** The verdicts that have come since the last call, waiting for the first at most so long. */
    public List<Verdict> poll(Duration wait) {
        List<Verdict> read = new ArrayList<>();
        consumer.poll(wait).forEach(record -> decode(record).ifPresent(read::add));
        return read;
    }

    /** Whether everything that was on the topic at the time of the call has been read. */
    public boolean isAtEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        return partitions.stream().allMatch(partition -> consumer.position(partition) >= ends.get(partition));
    }

    private Optional<Verdict> decode(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.ofNullable(verdicts.deserialize(record.topic(), record.value()));
        } catch (UndecodableRecordException undecodable) {
            LOGGER.atError()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("code", undecodable.code())
                    .log("verdict cannot be decoded, passed over");
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
