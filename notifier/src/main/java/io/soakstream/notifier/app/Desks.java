package io.soakstream.notifier.app;

import io.soakstream.notifier.delivery.LostPartitionException;
import io.soakstream.notifier.ledger.LedgerReader;
import io.soakstream.notifier.ledger.LedgerWriter;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The partitions that are ours now, each with its desk. Of the consumer's thread alone. */
final class Desks implements ConsumerRebalanceListener, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Desks.class);

    /** What happened before is told to nobody who was not there. */
    private static final Duration HISTORY = Duration.ofHours(1);

    private final KafkaAccess access;
    private final String application;
    private final DeskParts parts;
    private final Consumer<?, ?> consumer;
    private final Map<Integer, PartitionDesk> desks = new TreeMap<>();
    /** The consumer itself cannot be asked by another thread while it hands partitions out. */
    private volatile ConsumerGroupMetadata membership;

    Desks(KafkaAccess access, String application, DeskParts parts, Consumer<?, ?> consumer) {
        this.access = access;
        this.application = application;
        this.parts = parts;
        this.consumer = consumer;
    }

    /** @throws LostPartitionException it is not ours */
    PartitionDesk desk(int partition) {
        PartitionDesk desk = desks.get(partition);
        if (desk == null) {
            throw new LostPartitionException("partition " + partition + " is not ours");
        }
        return desk;
    }

    /** Why a desk cannot go on, of the first that cannot; empty: all can. */
    Optional<LostPartitionException> broken() {
        return desks.values().stream()
                .map(PartitionDesk::broken)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Tells each desk up to where its topics have been read. */
    void reached() {
        Map<Integer, Map<TopicPartition, Long>> positions = new TreeMap<>();
        consumer.assignment().forEach(topic -> positions
                .computeIfAbsent(topic.partition(), number -> new LinkedHashMap<>())
                .put(topic, consumer.position(topic)));
        desks.forEach((number, desk) -> {
            if (!desk.isCaughtUp()) {
                desk.reached(positions.getOrDefault(number, Map.of()));
            }
        });
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        membership = consumer.groupMetadata();
        Map<TopicPartition, Long> ends = consumer.endOffsets(assigned);
        Map<TopicPartition, OffsetAndMetadata> begun = begin(assigned, ends);
        for (int partition : numbers(assigned)) {
            desks.put(partition, open(partition, of(partition, ends), of(partition, begun)));
        }
        LOGGER.atInfo().addKeyValue("partitions", desks.keySet()).log("notifier owns");
    }

    private static <T> Map<TopicPartition, T> of(int partition, Map<TopicPartition, T> all) {
        Map<TopicPartition, T> own = new LinkedHashMap<>();
        all.forEach((topic, one) -> {
            if (topic.partition() == partition) {
                own.put(topic, one);
            }
        });
        return own;
    }

    /**
     * Who starts for the first time is not told what happened long ago. Kafka's own reset by duration waits for ever on
     * a partition without such a record.
     *
     * @return where it begins, to be committed: at a later start it would be another place
     */
    private Map<TopicPartition, OffsetAndMetadata> begin(
            Collection<TopicPartition> assigned, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(assigned));
        long fromMs = parts.clock().millis() - HISTORY.toMillis();
        Map<TopicPartition, Long> times = new LinkedHashMap<>();
        assigned.stream()
                .filter(partition -> committed.get(partition) == null)
                .forEach(partition -> times.put(partition, fromMs));
        Map<TopicPartition, OffsetAndMetadata> begun = new LinkedHashMap<>();
        consumer.offsetsForTimes(times).forEach((partition, found) -> {
            long offset = found == null ? ends.get(partition) : found.offset();
            consumer.seek(partition, offset);
            begun.put(partition, new OffsetAndMetadata(offset));
        });
        return begun;
    }

    /** The fence first: what is read after it is all there will be of an earlier owner. */
    private PartitionDesk open(
            int partition, Map<TopicPartition, Long> ends, Map<TopicPartition, OffsetAndMetadata> begun) {
        LedgerWriter writer = LedgerWriter.open(access, application, partition, () -> membership);
        try {
            return new PartitionDesk(parts, writer, LedgerReader.read(access, partition), ends, begun);
        } catch (RuntimeException failed) {
            writer.close();
            throw failed;
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        for (int partition : numbers(revoked)) {
            closeOne(desks.remove(partition));
        }
    }

    private static TreeSet<Integer> numbers(Collection<TopicPartition> partitions) {
        TreeSet<Integer> numbers = new TreeSet<>();
        partitions.forEach(partition -> numbers.add(partition.partition()));
        return numbers;
    }

    private static void closeOne(PartitionDesk desk) {
        if (desk == null) {
            return;
        }
        try {
            desk.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            // It is given up either way, and the others still have to be.
            LOGGER.atWarn().setCause(failed).log("partition could not be closed in order");
        }
    }

    @Override
    public void close() {
        desks.values().forEach(Desks::closeOne);
        desks.clear();
    }
}
