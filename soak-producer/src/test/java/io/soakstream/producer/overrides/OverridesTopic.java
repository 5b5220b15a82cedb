package io.soakstream.producer.overrides;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.canonical.CanonicalJson;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/** An overrides topic of four partitions in memory, as the gate writes it. */
public final class OverridesTopic {
    private static final String NAME = Topics.standard().overrides().name();
    private static final int PARTITIONS = 4;

    private final MockConsumer<byte[], byte[]> consumer = new PatientConsumer();
    private final AvroSerdes serdes;
    private final Map<TopicPartition, Long> ends = new HashMap<>();

    public OverridesTopic(AvroSerdes serdes) {
        this.serdes = serdes;
        restore();
        IntStream.range(0, PARTITIONS).forEach(number -> ends.put(new TopicPartition(NAME, number), 0L));
        consumer.updateBeginningOffsets(ends);
        consumer.updateEndOffsets(ends);
    }

    public MockConsumer<byte[], byte[]> consumer() {
        return consumer;
    }

    /** The cluster does not know the topic any more. */
    public void lose() {
        consumer.updatePartitions(NAME, List.of());
    }

    /** The cluster knows the topic. */
    public void restore() {
        consumer.updatePartitions(
                NAME,
                IntStream.range(0, PARTITIONS)
                        .mapToObj(number -> new PartitionInfo(NAME, number, Node.noNode(), new Node[0], new Node[0]))
                        .toList());
    }

    /** Values over the start values. */
    public static Overrides values(String name, String value) {
        return Overrides.startingFrom(ParameterCatalogue.standard(), Map.of(name, new BigDecimal(value)));
    }

    /** A version as the gate states it. */
    public static RuntimeOverrides version(RunKey key, long version, Overrides values) {
        List<ParameterValue> stated = values.values().entrySet().stream()
                .map(value -> new ParameterValue(value.getKey(), Decimals.plain(value.getValue())))
                .toList();
        return RuntimeOverrides.newBuilder()
                .setBot(key.bot())
                .setRun(key.run())
                .setVersion(version)
                .setValues(stated)
                .setDocument(CanonicalJson.write(values.document()))
                .setStateHash(values.stateHash())
                .setDecidedByIteration((int) version)
                .build();
    }

    /** Writes a version, once its partition is read. */
    public void write(RunKey key, RuntimeOverrides version) {
        write(key, serdes.of(RuntimeOverrides.class).serializer().serialize(NAME, version));
    }

    /** Writes raw bytes; {@code null}: a tombstone. */
    public void write(RunKey key, byte[] value) {
        consumer.schedulePollTask(() -> {
            TopicPartition partition =
                    new TopicPartition(NAME, Utils.toPositive(Utils.murmur2(key.bytes())) % PARTITIONS);
            long offset = ends.merge(partition, 1L, Long::sum) - 1;
            consumer.updateEndOffsets(ends);
            consumer.addRecord(new ConsumerRecord<>(NAME, partition.partition(), offset, key.bytes(), value));
        });
    }

    /** Waits a little when there is nothing, as a real one does. */
    private static final class PatientConsumer extends MockConsumer<byte[], byte[]> {
        PatientConsumer() {
            super("earliest");
        }

        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration patience) {
            ConsumerRecords<byte[], byte[]> records = super.poll(patience);
            if (records.isEmpty() && !patience.isZero()) {
                LockSupport.parkNanos(1_000_000);
            }
            return records;
        }
    }
}
