package io.soakstream.producer.recording;

import org.apache.kafka.common.utils.Bytes;

/**
 * One record of the events topic.
 *
 * @param key its key, byte for byte
 * @param value its value, byte for byte: wire format, so with the id of its schema
 */
public record RecordedEvent(Bytes key, Bytes value) {
    public static RecordedEvent of(byte[] key, byte[] value) {
        return new RecordedEvent(Bytes.wrap(key), Bytes.wrap(value));
    }
}
