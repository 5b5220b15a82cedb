package io.soakstream.notifier.ledger;

import io.soakstream.schemas.contract.NotificationRecord;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.serde.UndecodableRecordException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a partition of the ledger from its beginning to its end. */
public final class LedgerReader {
    private static final Logger LOGGER = LoggerFactory.getLogger(LedgerReader.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private LedgerReader() {}

    /** All that is committed when it is called, which after the take-over of the partition is all there will be. */
    public static LedgerContents read(KafkaAccess access, int partition) {
        Map<String, Object> properties = new HashMap<>(access.clientProperties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        Deserializer<NotificationRecord> values =
                new AvroSerdes(access.registry()).of(NotificationRecord.class).deserializer();
        TopicPartition ledger =
                new TopicPartition(access.topics().notifications().name(), partition);
        LedgerContents contents = new LedgerContents();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(ledger));
            consumer.seekToBeginning(List.of(ledger));
            long end = consumer.endOffsets(List.of(ledger)).get(ledger);
            while (consumer.position(ledger) < end) {
                consumer.poll(POLL).forEach(record -> add(contents, values, record));
            }
        }
        return contents;
    }

    private static void add(
            LedgerContents contents, Deserializer<NotificationRecord> values, ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        try {
            contents.put(key, record.value() == null ? null : values.deserialize(record.topic(), record.value()));
        } catch (UndecodableRecordException undecodable) {
            LOGGER.atError()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("code", undecodable.code())
                    .log("entry of the ledger cannot be decoded, passed over");
        }
    }
}
