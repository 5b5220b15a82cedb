package io.soakstream.producer.overrides;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.registry.RegistryUnavailableException;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.serde.UndecodableRecordException;
import io.soakstream.schemas.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Reads the overrides of some runs: only the partitions that hold them, without a consumer group, so that nothing but the
 * right to read the topic is needed. For one thread.
 */
final class OverridesReader {
    private static final int FETCH_WAIT_MS = 100;

    private final Consumer<byte[], byte[]> consumer;
    private final Deserializer<RuntimeOverrides> values;
    private final String topic;
    private final Map<String, RunOverrides> runs = new HashMap<>();
    private final Map<RunOverrides, Target> catchingUp = new HashMap<>();
    private final Set<Integer> partitions = new TreeSet<>();
    /** Partitions of which the position is known. */
    private final Set<TopicPartition> settled = new HashSet<>();

    OverridesReader(Consumer<byte[], byte[]> consumer, AvroSerdes serdes, Topic<RuntimeOverrides> topic) {
        this.consumer = consumer;
        this.values = serdes.of(topic.valueType()).deserializer();
        this.topic = topic.name();
    }

    /** What the consumer needs beside the connection. */
    static Map<String, Object> consumerProperties(Map<String, Object> client) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // A question to the broker waits behind the fetch that is under way.
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
        // A compacted topic loses what it had at an offset, never what it says.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return properties;
    }

    /** Whether there is anything to poll for. */
    boolean isWatching() {
        return !runs.isEmpty();
    }

    /** Begins to read the overrides of a run. On return it is settled where. */
    void watch(RunOverrides run, From from) {
        runs.put(run.key().text(), run);
        TopicPartition partition = new TopicPartition(topic, partitionOf(run.key()));
        if (partitions.add(partition.partition())) {
            consumer.assign(partitions.stream()
                    .map(number -> new TopicPartition(topic, number))
                    .toList());
        }
        if (from == From.END && settled.contains(partition)) {
            // It is read already: nothing that is written from now on is missed. To ask the broker where it ends would
            // cost each of a thousand starts the rest of a fetch.
            run.catchUp();
            return;
        }
        if (from == From.BEGINNING) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seekToEnd(List.of(partition));
        }
        catchingUp.put(
                run,
                new Target(partition, consumer.endOffsets(List.of(partition)).get(partition)));
        // Seeking is lazy: asking for the position settles it.
        tellWhoHasCaughtUp();
    }

    private void tellWhoHasCaughtUp() {
        catchingUp.entrySet().removeIf(entry -> {
            Target target = entry.getValue();
            boolean there = consumer.position(target.partition()) >= target.offset();
            settled.add(target.partition());
            if (there) {
                entry.getKey().catchUp();
            }
            return there;
        });
    }

    /** Runs that are no longer watched; their partitions may hold others. */
    void forget(RunOverrides run) {
        runs.remove(run.key().text(), run);
        catchingUp.remove(run);
    }

    /** The partition that Kafka's Java client, and so the gate, writes a run to. */
    private int partitionOf(RunKey key) {
        List<PartitionInfo> found = consumer.partitionsFor(topic);
        if (found == null || found.isEmpty()) {
            throw new UnknownTopicOrPartitionException("missing on the cluster: " + topic);
        }
        return Utils.toPositive(Utils.murmur2(key.bytes())) % found.size();
    }

    /**
     * Takes what is there.
     *
     * @throws RegistryUnavailableException a record could not be read for now; it is read again the next time
     */
    void poll(Duration patience) {
        try {
            consumer.poll(patience).forEach(this::take);
            tellWhoHasCaughtUp();
        } catch (RegistryUnavailableException away) {
            // All of it again: what was taken already is not newer than itself.
            consumer.seekToBeginning(consumer.assignment());
            throw away;
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> one) {
        RunOverrides run = one.key() == null ? null : runs.get(new String(one.key(), StandardCharsets.UTF_8));
        // A tombstone says that the run is over: it takes nothing from a bot that still goes on.
        if (run != null && one.value() != null) {
            read(run, one);
        }
    }

    private void read(RunOverrides run, ConsumerRecord<byte[], byte[]> one) {
        try {
            run.accept(OverridesReading.of(values.deserialize(topic, one.value())));
        } catch (RefusedOverridesException refused) {
            run.refuse(refused);
        } catch (UndecodableRecordException undecodable) {
            run.refuse(new RefusedOverridesException(
                    "overrides of " + run.key() + " at offset " + one.offset() + " of partition " + one.partition()
                            + " cannot be read: " + undecodable.getMessage(),
                    undecodable));
        }
    }

    /** How far a run must be read to know all that was there when its reading began. */
    private record Target(TopicPartition partition, long offset) {}

    void close() {
        consumer.close();
    }
}
