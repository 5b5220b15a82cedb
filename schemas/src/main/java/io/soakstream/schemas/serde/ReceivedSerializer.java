package io.soakstream.schemas.serde;

import org.apache.kafka.common.serialization.Serializer;

/** Writes the source bytes as they were where there are any, the value otherwise. */
record ReceivedSerializer<T>(Serializer<T> values) implements Serializer<Received<T>> {

    @Override
    public byte[] serialize(String topic, Received<T> received) {
        if (received == null) {
            return null;
        }
        return received.bytes() != null ? received.bytes() : values.serialize(topic, received.value());
    }
}
