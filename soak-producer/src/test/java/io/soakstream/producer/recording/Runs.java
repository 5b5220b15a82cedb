package io.soakstream.producer.recording;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.SoakFiles;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;

/** Runs for tests, and topics in memory that hold them. */
public final class Runs {
    public static final String TOPIC = Topics.standard().events().name();
    public static final RecordingContext CONTEXT =
            new RecordingContext("{\"window\":8}", "{\"release\":1}", "{}", "0.1.0-test");

    private Runs() {}

    /** The events of a recorded soak as a run. */
    public static List<SoakEvent> events(String soak, RunKey key) {
        try {
            return new SoakReader()
                    .read(SoakFiles.recorded(soak), ReadOptions.defaults().withName(key))
                    .events();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Events as records of the topic. */
    public static List<RecordedEvent> records(List<SoakEvent> events, SchemaRegistry registry) {
        Serializer<SoakEvent> values =
                new AvroSerdes(registry).of(SoakEvent.class).serializer();
        return events.stream()
                .map(event -> RecordedEvent.of(
                        new RunKey(event.getBot(), event.getRun()).bytes(), values.serialize(TOPIC, event)))
                .toList();
    }

    /** A recording of events of one run, in a new registry of its own. */
    public static Path recording(Path file, List<SoakEvent> events) {
        RunKey key = new RunKey(events.get(0).getBot(), events.get(0).getRun());
        RecordingHeader header =
                new RecordingHeader(key, Optional.empty(), CONTEXT, Map.of(1, SoakEvent.getClassSchema()));
        try {
            new RecordingWriter().write(file, header, records(events, new InMemorySchemaRegistry()));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return file;
    }

    /** A consumer of a topic with the given records on each of its partitions. */
    public static MockConsumer<byte[], byte[]> consumer(List<List<RecordedEvent>> partitions) {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        consumer.updatePartitions(
                TOPIC,
                IntStream.range(0, partitions.size())
                        .mapToObj(number -> new PartitionInfo(TOPIC, number, Node.noNode(), new Node[0], new Node[0]))
                        .toList());
        for (int number = 0; number < partitions.size(); number++) {
            TopicPartition partition = new TopicPartition(TOPIC, number);
            List<RecordedEvent> records = partitions.get(number);
            consumer.updateBeginningOffsets(Collections.singletonMap(partition, 0L));
            consumer.updateEndOffsets(Map.of(partition, (long) records.size()));
            consumer.schedulePollTask(() -> add(consumer, partition, records));
        }
        return consumer;
    }

    private static void add(
            MockConsumer<byte[], byte[]> consumer, TopicPartition partition, List<RecordedEvent> records) {
        for (int offset = 0; offset < records.size(); offset++) {
            RecordedEvent one = records.get(offset);
            consumer.addRecord(new ConsumerRecord<>(
                    TOPIC,
                    partition.partition(),
                    offset,
                    one.key().get(),
                    one.value() == null ? null : one.value().get()));
        }
    }
}
