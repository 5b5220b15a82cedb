package io.soakstream.schemas.serde;

import io.soakstream.schemas.registry.SchemaRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Writes a record in Confluent's wire format: 0x00, the schema id (4 bytes, big-endian), the Avro binary body. */
final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {
    private final SchemaRegistry registry;
    private final Schema schema;
    private final RecordEncoder<T> encoder;
    private final Map<String, byte[]> headerByTopic = new ConcurrentHashMap<>();

    AvroSerializer(SchemaRegistry registry, Schema schema) {
        AvroLimits.ensure();
        this.registry = registry;
        this.schema = schema;
        this.encoder = new RecordEncoder<>(schema);
    }

    @Override
    public byte[] serialize(String topic, T value) {
        return value == null ? null : encoder.encode(header(topic), value);
    }

    /** Not computeIfAbsent: that would lock out other topics while the registry is waited for. */
    private byte[] header(String topic) {
        byte[] known = headerByTopic.get(topic);
        if (known != null) {
            return known;
        }
        byte[] header = WireFormat.header(registry.register(WireFormat.valueSubject(topic), schema));
        headerByTopic.put(topic, header);
        return header;
    }
}
