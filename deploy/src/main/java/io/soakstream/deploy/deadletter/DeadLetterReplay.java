package io.soakstream.deploy.deadletter;

import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.schemas.runtime.DeadLetters;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;

/**
 * Writes letters back to where they came from, byte for byte: all that are selected or none.
 *
 * <p>Only events are. The tuner admits or refuses each by its rules, so an event that comes too late or twice does no
 * harm. A decision's place is in the chain of its run, which has gone on without it.
 */
public final class DeadLetterReplay implements AutoCloseable {
    /** Header of a replayed record: topic, partition and offset of the letter. */
    static final String REPLAYED_FROM_HEADER = "soak.replayed.from";

    /** Longest that a broker lets a transaction take unless told otherwise (ms). */
    private static final int TRANSACTION_TIMEOUT_MS = 15 * 60 * 1000;

    private final Producer<byte[], byte[]> producer;
    private final String events;

    private DeadLetterReplay(Producer<byte[], byte[]> producer, String events) {
        this.producer = producer;
        this.events = events;
    }

    /** Two replays on one cluster do not mix: the later one stops the earlier. */
    public static DeadLetterReplay begin(KafkaAccess access) {
        Map<String, Object> properties = new HashMap<>(EventPublisher.producerProperties(access.clientProperties()));
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, access.topics().applicationId("dlq-replay"));
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        Producer<byte[], byte[]> producer = new KafkaProducer<>(properties);
        try {
            producer.initTransactions();
            producer.beginTransaction();
            return new DeadLetterReplay(producer, access.topics().events().name());
        } catch (KafkaException failed) {
            producer.close();
            throw failed;
        }
    }

    /** Whether the letter can go back at all. */
    public static boolean isReplayable(DeadLetter letter, KafkaAccess access) {
        return letter.sourceTopic().equals(access.topics().events().name())
                && letter.source().isPresent();
    }

    /** Writes a replayable letter to its partition of the events topic; it counts once {@link #commit} returns. */
    public void add(DeadLetter letter) {
        int partition = letter.source().orElseThrow().partition();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                events, partition, letter.record().key(), letter.record().value());
        for (Header header : letter.record().headers()) {
            if (!DeadLetters.describesAFailure(header.key()) && !header.key().equals(REPLAYED_FROM_HEADER)) {
                record.headers().add(header);
            }
        }
        String from = letter.record().topic() + "-" + letter.record().partition() + "-"
                + letter.record().offset();
        record.headers().add(REPLAYED_FROM_HEADER, from.getBytes(StandardCharsets.UTF_8));
        // What a send fails with, the commit fails with too.
        producer.send(record);
    }

    /** @throws KafkaException not one of the letters was written */
    public void commit() {
        producer.commitTransaction();
    }

    /** Gives up what was not committed. */
    @Override
    public void close() {
        producer.close();
    }
}
