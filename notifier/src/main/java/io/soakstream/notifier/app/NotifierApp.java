package io.soakstream.notifier.app;

import io.soakstream.notifier.domain.VerdictNotice;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.registry.RegistryUnavailableException;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.serde.UndecodableRecordException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the verdict topic and tells of every change of verdict, in one line. Offsets are committed after the telling:
 * outside Kafka delivery is at-least-once.
 */
public final class NotifierApp implements AutoCloseable {
    public static final String GROUP = "notifier";

    private static final Logger LOGGER = LoggerFactory.getLogger(NotifierApp.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Deserializer<Verdict> verdicts;
    private final String topic;
    private final Consumer<String> receiver;
    private final AtomicBoolean closing = new AtomicBoolean();

    /** @param receiver takes each message */
    public NotifierApp(KafkaAccess access, Consumer<String> receiver) {
        Map<String, Object> properties = new HashMap<>(access.clientProperties());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, access.topics().applicationId(GROUP));
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        this.verdicts = new AvroSerdes(access.registry()).of(Verdict.class).deserializer();
        this.topic = access.topics().verdicts().name();
        this.receiver = receiver;
    }

    /** Runs until {@link #close}; gives the exit code. */
    public int run() {
        try (consumer) {
            consumer.subscribe(List.of(topic));
            while (!closing.get()) {
                tellOrWait(consumer.poll(POLL));
            }
        } catch (WakeupException woken) {
            LOGGER.atDebug().log("woken to stop");
        }
        return ExitCode.OK;
    }

    /** While the registry is away nothing is committed: the same verdicts are read again. */
    private void tellOrWait(ConsumerRecords<String, byte[]> records) {
        try {
            records.forEach(this::tell);
            consumer.commitSync();
        } catch (RegistryUnavailableException outage) {
            LOGGER.atWarn().setCause(outage).log("the registry does not answer, trying again");
            Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(records.partitions());
            records.partitions().forEach(partition -> rewind(partition, committed.get(partition)));
        }
    }

    private void rewind(TopicPartition partition, OffsetAndMetadata committed) {
        if (committed == null) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, committed.offset());
        }
    }

    private void tell(ConsumerRecord<String, byte[]> record) {
        Verdict verdict;
        try {
            verdict = verdicts.deserialize(record.topic(), record.value());
        } catch (UndecodableRecordException undecodable) {
            LOGGER.atError()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("code", undecodable.code())
                    .log("verdict cannot be decoded, passed over");
            return;
        }
        if (verdict == null) {
            return;
        }
        VerdictNotice notice = NoticeMapper.toDomain(verdict);
        if (notice.isWorthTelling()) {
            receiver.accept(notice.oneLine() + " | " + record.key() + " #" + notice.iteration());
        }
    }

    @Override
    public void close() {
        closing.set(true);
        consumer.wakeup();
    }
}
