package io.soakstream.schemas.serde;

import org.apache.kafka.common.serialization.Deserializer;

/** Keeps the source bytes beside the value. */
record ReceivedDeserializer<T>(Deserializer<T> values) implements Deserializer<Received<T>> {

    @Override
    public Received<T> deserialize(String topic, byte[] data) {
        return data == null ? null : new Received<>(values.deserialize(topic, data), data);
    }
}
