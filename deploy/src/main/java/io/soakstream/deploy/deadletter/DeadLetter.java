package io.soakstream.deploy.deadletter;

import io.soakstream.schemas.runtime.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record that could not be decoded or processed, as it lies on the dead-letter topic.
 *
 * @param record key and value are the source's bytes
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record) {
    /** Said of what a letter does not tell: nothing keeps other programs from writing to the topic. */
    private static final String UNKNOWN = "unknown";

    /**
     * Where a letter lies.
     *
     * @param partition of the dead-letter topic
     * @param offset in it
     */
    public record Position(int partition, long offset) {
        @Override
        public String toString() {
            return partition + ":" + offset;
        }
    }

    public Position position() {
        return new Position(record.partition(), record.offset());
    }

    /** The same with the topic, as {@link #replayedFrom} names a letter. */
    public String id() {
        return record.topic() + "-" + record.partition() + "-" + record.offset();
    }

    /** When the broker took the letter. */
    public Instant writtenAt() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** Machine-readable reason. */
    public String code() {
        return header(DeadLetters.CODE_HEADER).orElse(UNKNOWN);
    }

    /** Reason in words. */
    public String message() {
        return header(DeadLetters.MESSAGE_HEADER).orElse("");
    }

    public String sourceTopic() {
        return header(DeadLetters.TOPIC_HEADER).orElse(UNKNOWN);
    }

    /** Partition and offset that the record had on its topic. */
    public Optional<Position> source() {
        try {
            return header(DeadLetters.PARTITION_HEADER).flatMap(partition -> header(DeadLetters.OFFSET_HEADER)
                    .map(offset -> new Position(Integer.parseInt(partition), Long.parseLong(offset))));
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }

    /** The letter that was replayed and came back as this one. */
    public Optional<String> replayedFrom() {
        return header(DeadLetters.REPLAYED_FROM_HEADER);
    }

    /** The key as text, which a run key is; empty without a key. */
    public String key() {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    /** Size of the value (bytes); empty for a record without one. */
    public Optional<Integer> valueBytes() {
        return Optional.ofNullable(record.value()).map(value -> value.length);
    }

    private Optional<String> header(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
