package io.soakstream.notifier.app;

import io.soakstream.notifier.delivery.LostPartitionException;
import io.soakstream.schemas.registry.RegistryUnavailableException;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.runtime.Refusals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One membership in the group, from joining to leaving: polls, and hands records to the desks. */
final class Intake implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Intake.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int SESSION_MS = 10_000;
    private static final int MAX_POLL_RECORDS = 500;
    /**
     * More waiting messages than this for one receiver are no longer added to: they are in memory (count). As older states
     * give way long before, it takes as many runs.
     */
    private static final int MAX_WAITING = 20_000;

    private final KafkaConsumer<String, byte[]> consumer;
    private final Desks desks;
    private final InputDecoder decoder;
    private final DeskParts parts;
    private final List<String> topics;
    private boolean paused;

    Intake(KafkaAccess access, String application, DeskParts parts) {
        this.consumer = new KafkaConsumer<>(
                properties(access, application), new StringDeserializer(), new ByteArrayDeserializer());
        this.desks = new Desks(access, application, parts, consumer);
        this.decoder = new InputDecoder(access, parts.verdicts());
        this.parts = parts;
        this.topics = List.of(
                access.topics().verdicts().name(),
                access.topics().applications().name());
    }

    private static Map<String, Object> properties(KafkaAccess access, String application) {
        Map<String, Object> properties = new HashMap<>(access.clientProperties());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, application);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Where to begin for the first time is decided when partitions are assigned.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_MS / 5);
        // Of both topics the same partitions come to the same instance: a run has one owner.
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        return properties;
    }

    /** Works until it is woken, or the ledger is lost. */
    void run() {
        consumer.subscribe(topics, desks);
        Optional<LostPartitionException> broken = Optional.empty();
        while (broken.isEmpty()) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            accept(records);
            desks.reached();
            pauseOrResume();
            broken = desks.broken();
        }
        throw new LostPartitionException("the ledger has to be read anew", broken.get());
    }

    private void accept(ConsumerRecords<String, byte[]> records) {
        Map<Integer, List<ConsumerRecord<String, byte[]>>> byPartition = new TreeMap<>();
        records.forEach(record -> byPartition
                .computeIfAbsent(record.partition(), number -> new ArrayList<>())
                .add(record));
        Map<TopicPartition, OffsetAndMetadata> next = records.nextOffsets();
        byPartition.forEach((partition, of) -> {
            // Of the two topics what came first goes first.
            of.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(next);
            offsets.keySet().removeIf(topic -> topic.partition() != partition);
            desks.desk(partition).accept(decoded(of), offsets);
        });
    }

    private List<Received> decoded(List<ConsumerRecord<String, byte[]>> records) {
        List<Received> received = new ArrayList<>();
        records.forEach(record -> decoder.decode(record).ifPresent(received::add));
        return received;
    }

    /** Polling goes on meanwhile: a receiver that is away costs no membership. */
    private void pauseOrResume() {
        int waiting = parts.deliveries().depth();
        Set<TopicPartition> assigned = consumer.assignment();
        if (waiting > MAX_WAITING) {
            consumer.pause(assigned);
            paused = true;
            parts.deliveries().inputPaused(true);
        } else if (paused && waiting < MAX_WAITING / 2) {
            consumer.resume(assigned);
            paused = false;
            parts.deliveries().inputPaused(false);
        }
    }

    void wakeup() {
        consumer.wakeup();
    }

    /** Whether a new membership may do better. */
    static boolean isPassing(RuntimeException failure) {
        if (Refusals.in(failure).isPresent()) {
            return false;
        }
        return failure instanceof LostPartitionException
                || failure instanceof RegistryUnavailableException
                || failure instanceof KafkaException && !(failure instanceof WakeupException);
    }

    @Override
    public void close() {
        parts.deliveries().inputPaused(false);
        desks.close();
        try {
            consumer.close();
        } catch (KafkaException failed) {
            LOGGER.atWarn().addKeyValue("reason", failed.toString()).log("the group was not left in order");
        }
    }
}
