package io.soakstream.producer.recording;

import io.soakstream.producer.domain.NoIterationsException;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.domain.RunSelector;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.registry.UnknownSchemaException;
import io.soakstream.schemas.serde.UndecodableRecordException;
import io.soakstream.schemas.serde.WireFormat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Takes a run off the events topic. All partitions are read: where a key lies is the choice of whoever produced it, and
 * clients of other languages choose differently.
 */
public final class TopicRecorder {
    private final Consumer<byte[], byte[]> consumer;
    private final SchemaRegistry registry;
    private final String topic;

    public TopicRecorder(Consumer<byte[], byte[]> consumer, SchemaRegistry registry, String topic) {
        this.consumer = consumer;
        this.registry = registry;
        this.topic = topic;
    }

    /** What a recorder's consumer needs beside the connection: only committed records, no group. */
    public static Map<String, Object> consumerProperties(Map<String, Object> client) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return properties;
    }

    /**
     * Takes the run as far as it is.
     *
     * @throws NoIterationsException there is no record of the run
     * @throws SplitRunException there are several such runs, or one on several partitions
     * @throws org.apache.kafka.common.errors.TimeoutException the broker did not answer
     * @throws io.soakstream.schemas.registry.RegistryUnavailableException the registry did not answer
     */
    public RunRecord record(RunSelector selector, RecordingContext context) {
        return record(find(selector), context);
    }

    /**
     * Takes the one run of which there are events in a range of offsets.
     *
     * @throws NoIterationsException there is none, or the range is not whole
     * @throws SplitRunException there are events of several
     * @throws org.apache.kafka.common.errors.TimeoutException the broker did not answer
     */
    public RunRecord recordRange(TopicRange range, RecordingContext context) {
        Map<String, FoundRun> runs = new LinkedHashMap<>();
        new RangeScan(consumer, range).forEach(entry -> {
            String key = text(entry);
            if (RunKey.isKey(key)) {
                runs.computeIfAbsent(key, each -> new FoundRun(RunSelector.parse(each)))
                        .accept(entry);
            }
        });
        runs.values().removeIf(found -> found.events.isEmpty());
        if (runs.isEmpty()) {
            throw new NoIterationsException("there is no run in " + range);
        }
        if (runs.size() > 1) {
            throw new SplitRunException("there are several runs in " + range + ": " + String.join(", ", runs.keySet())
                    + "; take one of them");
        }
        return record(runs.values().iterator().next(), context);
    }

    /**
     * Takes every run of the topic as far as it is, in the order of their first events; bytes under a key that is none of a
     * run are left out.
     *
     * @param context what the runs are judged with
     * @param refused takes what is said of a run that has no single order
     * @throws NoIterationsException there is no run
     */
    public List<RunRecord> recordAll(RecordingContext context, java.util.function.Consumer<String> refused) {
        Map<String, FoundRun> runs = new LinkedHashMap<>();
        Set<String> split = new LinkedHashSet<>();
        new TopicScan(consumer, topic).forEach(entry -> {
            String key = text(entry);
            try {
                if (RunKey.isKey(key)) {
                    runs.computeIfAbsent(key, each -> new FoundRun(RunSelector.parse(each)))
                            .accept(entry);
                }
            } catch (SplitRunException several) {
                if (split.add(key)) {
                    refused.accept(several.getMessage());
                }
            }
        });
        runs.keySet().removeAll(split);
        List<RunRecord> taken = runs.values().stream()
                .filter(found -> !found.events.isEmpty())
                .map(found -> record(found, context))
                .toList();
        if (taken.isEmpty()) {
            throw new NoIterationsException("there is no run on " + topic);
        }
        return taken;
    }

    private RunRecord record(FoundRun found, RecordingContext context) {
        Map<Integer, Schema> schemas = schemas(found.events);
        RecordingHeader bare = new RecordingHeader(found.key, Optional.empty(), context, schemas);
        List<SoakEvent> decoded = decode(bare, found);
        Optional<String> origin = decoded.stream()
                .map(SoakEvent::getOrigin)
                .filter(Objects::nonNull)
                .findFirst();
        if (decoded.stream().allMatch(event -> event.getRunEnded() == null)) {
            found.warnings.add("run " + found.key + " has not ended: it is recorded as far as it is");
        }
        return new RunRecord(new RecordingHeader(found.key, origin, context, schemas), found.events, found.warnings);
    }

    private FoundRun find(RunSelector selector) {
        FoundRun found = new FoundRun(selector);
        new TopicScan(consumer, topic).forEach(found::accept);
        if (found.key == null) {
            throw new NoIterationsException("there is no run " + selector + " on " + topic);
        }
        if (found.events.isEmpty()) {
            throw new NoIterationsException("run " + found.key + " has no record with a value on " + topic);
        }
        return found;
    }

    private Map<Integer, Schema> schemas(List<RecordedEvent> events) {
        Map<Integer, Schema> schemas = new TreeMap<>();
        for (RecordedEvent event : events) {
            byte[] value = event.value().get();
            if (value.length >= WireFormat.HEADER_BYTES && value[0] == WireFormat.MAGIC) {
                schemas.computeIfAbsent(ByteBuffer.wrap(value).getInt(1), this::schema);
            }
        }
        return schemas;
    }

    /** The schema; {@code null}, so that it is left out, if the registry does not have it: its record is no event then. */
    private Schema schema(int id) {
        try {
            return registry.schemaById(id);
        } catch (UnknownSchemaException undecodable) {
            return null;
        }
    }

    private static List<SoakEvent> decode(RecordingHeader header, FoundRun found) {
        List<SoakEvent> decoded = new ArrayList<>();
        int number = 0;
        try (Deserializer<SoakEvent> values = header.deserializer()) {
            for (RecordedEvent event : found.events) {
                number++;
                try {
                    decoded.add(values.deserialize("", event.value().get()));
                } catch (UndecodableRecordException undecodable) {
                    found.warnings.add("event " + number + " is recorded but is no event: " + undecodable.getMessage());
                }
            }
        }
        return decoded;
    }

    private static String text(ConsumerRecord<byte[], byte[]> entry) {
        return entry.key() == null ? "" : new String(entry.key(), StandardCharsets.UTF_8);
    }

    /** Collects the records of the one run that is meant. */
    private static final class FoundRun {
        private final RunSelector selector;
        private final List<RecordedEvent> events = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private RunKey key;
        private int partition;

        FoundRun(RunSelector selector) {
            this.selector = selector;
        }

        void accept(ConsumerRecord<byte[], byte[]> entry) {
            String text = text(entry);
            if (!selector.matches(text)) {
                return;
            }
            if (key == null) {
                key = RunKey.parse(text);
                partition = entry.partition();
            }
            requireSame(text, entry.partition());
            if (entry.value() == null) {
                warnings.add("the record at offset " + entry.offset() + " has no value and is left out");
            } else {
                events.add(RecordedEvent.of(entry.key(), entry.value()));
            }
        }

        private void requireSame(String text, int otherPartition) {
            if (!key.text().equals(text)) {
                throw new SplitRunException("several bots have a run " + selector + ": " + key + " and " + text
                        + "; name the one you mean");
            }
            if (partition != otherPartition) {
                throw new SplitRunException("run " + key + " is on partitions " + partition + " and " + otherPartition
                        + ": its events have no single order");
            }
        }
    }
}
