package io.soakstream.deploy.deadletter;

import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.schemas.runtime.DeadLetters;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;

/**
 * Writes letters back to where they came from, byte for byte: all that are given or none.
 *
 * <p>Only events are. The tuner admits or refuses each by its rules, so an event that comes too late or twice does no
 * harm. A decision's place is in the chain of its run, which has gone on without it.
 */
public final class DeadLetterReplay implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final String events;

    DeadLetterReplay(Producer<byte[], byte[]> producer, String events) {
        this.producer = producer;
        this.events = events;
    }

    /** Of two replays on one cluster the later stops the earlier, so that they do not mix. */
    public static DeadLetterReplay on(KafkaAccess access) {
        Map<String, Object> properties = new HashMap<>(EventPublisher.producerProperties(access.clientProperties()));
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, access.topics().applicationId("dlq-replay"));
        return new DeadLetterReplay(
                new KafkaProducer<>(properties), access.topics().events().name());
    }

    /** Whether the letter can go back at all. */
    public static boolean isReplayable(DeadLetter letter, String eventsTopic) {
        return letter.sourceTopic().equals(eventsTopic) && letter.source().isPresent();
    }

    /**
     * Writes each letter to its partition of the events topic.
     *
     * @param letters replayable ones
     * @throws KafkaException not one of them was written
     */
    public void write(List<DeadLetter> letters) {
        producer.initTransactions();
        producer.beginTransaction();
        // What a send fails with, the commit fails with too.
        letters.forEach(letter -> producer.send(record(letter)));
        producer.commitTransaction();
    }

    private ProducerRecord<byte[], byte[]> record(DeadLetter letter) {
        int partition = letter.source().orElseThrow().partition();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                events, partition, letter.record().key(), letter.record().value());
        for (Header header : letter.record().headers()) {
            if (!DeadLetters.describesAFailure(header.key())
                    && !header.key().equals(DeadLetters.REPLAYED_FROM_HEADER)) {
                record.headers().add(header);
            }
        }
        record.headers().add(DeadLetters.REPLAYED_FROM_HEADER, letter.id().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    /** Aborts what is not committed. */
    @Override
    public void close() {
        producer.close();
    }
}
