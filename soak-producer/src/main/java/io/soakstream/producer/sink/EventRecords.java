package io.soakstream.producer.sink;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Makes the record of an event: under its run's key, so that a run stays in one partition and in order. */
final class EventRecords {
    private final Serializer<SoakEvent> values;
    private final Topic<SoakEvent> topic;

    EventRecords(AvroSerdes serdes, Topic<SoakEvent> topic) {
        this.values = serdes.of(topic.valueType()).serializer();
        this.topic = topic;
    }

    /** @throws io.soakstream.schemas.registry.RegistryUnavailableException the registry did not answer */
    ProducerRecord<byte[], byte[]> of(SoakEvent event) {
        byte[] key = new RunKey(event.getBot(), event.getRun()).bytes();
        return new ProducerRecord<>(topic.name(), key, values.serialize(topic.name(), event));
    }

    /** The largest record that the topic takes (bytes). */
    int maxRecordBytes() {
        return topic.maxRecordBytes();
    }
}
