package io.soakstream.notifier.ledger;

import io.soakstream.notifier.delivery.LostPartitionException;
import io.soakstream.schemas.contract.NotificationRecord;
import io.soakstream.schemas.runtime.DeadLetters;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.serde.AvroSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one partition of the ledger in transactions; whatever waits goes into one. Its transactional id is that of the
 * partition: who opens one fences off whoever had it, so nobody can send for a partition that is another's.
 */
public final class LedgerWriter implements Ledger {
    private static final Logger LOGGER = LoggerFactory.getLogger(LedgerWriter.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final int PATIENCE_MS = 15_000;

    /** A failed message's code among the dead letters. */
    public static final String FAILED = "notification_failed";

    private final LedgerTarget target;
    private final Supplier<ConsumerGroupMetadata> group;
    private final Producer<byte[], byte[]> producer;
    private final Serializer<NotificationRecord> values;
    private final LinkedBlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile LostPartitionException broken;

    private record Waiting(LedgerBatch batch, CompletableFuture<Void> done) {}

    /** The end of the queue. */
    private static final Waiting CLOSE =
            new Waiting(LedgerBatch.of(List.of()), CompletableFuture.completedFuture(null));

    private LedgerWriter(
            LedgerTarget target,
            Supplier<ConsumerGroupMetadata> group,
            Producer<byte[], byte[]> producer,
            Serializer<NotificationRecord> values) {
        this.target = target;
        this.group = group;
        this.producer = producer;
        this.values = values;
        this.thread = new Thread(this::run, "ledger-" + target.partition());
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Takes the partition over.
     *
     * @param group of the consumer whose offsets are written along
     * @throws KafkaException the broker does not answer
     */
    public static LedgerWriter open(
            KafkaAccess access, String application, int partition, Supplier<ConsumerGroupMetadata> group) {
        Map<String, Object> properties = new HashMap<>(access.clientProperties());
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, application + "-" + partition);
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS / 3);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, PATIENCE_MS);
        Producer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (RuntimeException failed) {
            producer.close(Duration.ZERO);
            throw failed;
        }
        return new LedgerWriter(
                LedgerTarget.of(access.topics(), partition),
                group,
                producer,
                new AvroSerdes(access.registry()).of(NotificationRecord.class).serializer());
    }

    @Override
    public void write(LedgerBatch batch) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        waiting.add(new Waiting(batch, done));
        LostPartitionException lost = broken;
        if (lost != null) {
            done.completeExceptionally(lost);
        }
        try {
            done.join();
        } catch (CompletionException failed) {
            throw new LostPartitionException(failed.getCause().getMessage(), failed.getCause());
        }
    }

    @Override
    public Optional<LostPartitionException> broken() {
        return Optional.ofNullable(broken);
    }

    private void run() {
        try {
            List<Waiting> together = new ArrayList<>();
            while (broken == null) {
                together.clear();
                together.add(waiting.take());
                waiting.drainTo(together);
                boolean last = together.remove(CLOSE);
                if (!together.isEmpty()) {
                    commit(together);
                }
                if (last) {
                    fail("the partition was given up", null);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            fail("the notifier is stopping", stopped);
        }
    }

    private void commit(List<Waiting> together) {
        try {
            producer.beginTransaction();
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            for (Waiting one : together) {
                one.batch().records().forEach(this::send);
                one.batch().letters().forEach(this::send);
                offsets.putAll(one.batch().offsets());
            }
            if (!offsets.isEmpty()) {
                producer.sendOffsetsToTransaction(offsets, group.get());
            }
            producer.commitTransaction();
            together.forEach(one -> one.done().complete(null));
        } catch (RuntimeException failed) {
            // Whether it is fenced or the broker is away: who goes on reads the ledger first.
            fail("the ledger cannot be written: " + failed.getMessage(), failed);
            together.forEach(one -> one.done().completeExceptionally(broken));
        }
    }

    private void send(LedgerRecord record) {
        byte[] value = record.value()
                .map(known -> values.serialize(target.ledger(), known))
                .orElse(null);
        producer.send(new ProducerRecord<>(target.ledger(), target.partition(), bytes(record.key()), value));
    }

    private void send(DeadLetter letter) {
        NotificationRecord record = letter.entry().value().orElseThrow();
        producer.send(new ProducerRecord<>(
                target.deadLetters(),
                null,
                bytes(record.getBot() + ":" + record.getRun()),
                values.serialize(target.ledger(), record),
                DeadLetters.headers(null, FAILED, letter.reason(), target.ledger(), target.partition(), -1)));
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private void fail(String message, Exception cause) {
        broken = new LostPartitionException(message, cause);
        if (cause != null) {
            LOGGER.atWarn()
                    .addKeyValue("partition", target.partition())
                    .addKeyValue("reason", cause.toString())
                    .log("ledger lost");
        }
        List<Waiting> rest = new ArrayList<>();
        waiting.drainTo(rest);
        rest.forEach(one -> one.done().completeExceptionally(broken));
    }

    @Override
    public void close() {
        waiting.add(CLOSE);
        try {
            thread.join(CLOSE_WITHIN.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        producer.close(CLOSE_WITHIN);
    }
}
