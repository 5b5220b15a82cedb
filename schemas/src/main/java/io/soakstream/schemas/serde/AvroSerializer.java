package io.soakstream.schemas.serde;

import io.soakstream.schemas.registry.SchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Writes a record in Confluent's wire format: 0x00, the schema id (4 bytes, big-endian), the Avro binary body. */
final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {
    /** What most records stay below, so that the buffer seldom grows (bytes). */
    private static final int USUAL_BYTES = 1024;

    /** Producers share serializers between threads; an encoder is for one. */
    private static final ThreadLocal<Buffer> BUFFERS = ThreadLocal.withInitial(Buffer::new);

    private final SchemaRegistry registry;
    private final Schema schema;
    private final SpecificDatumWriter<T> writer;
    private final Map<String, Integer> idByTopic = new ConcurrentHashMap<>();

    AvroSerializer(SchemaRegistry registry, Schema schema) {
        AvroLimits.ensure();
        this.registry = registry;
        this.schema = schema;
        this.writer = new SpecificDatumWriter<>(schema);
    }

    @Override
    public byte[] serialize(String topic, T value) {
        if (value == null) {
            return null;
        }
        int id = id(topic);
        try {
            return BUFFERS.get().write(id, value, writer);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
    }

    /** Not computeIfAbsent: that would lock out other topics while the registry is waited for. */
    private int id(String topic) {
        Integer known = idByTopic.get(topic);
        if (known != null) {
            return known;
        }
        int id = registry.register(WireFormat.valueSubject(topic), schema);
        idByTopic.put(topic, id);
        return id;
    }

    private static final class Buffer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_BYTES);
        private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);

        <T> byte[] write(int id, T value, SpecificDatumWriter<T> writer) throws IOException {
            // First, because a record that failed half-way has left its beginning here.
            out.reset();
            out.write(WireFormat.MAGIC);
            out.write(id >>> 24);
            out.write(id >>> 16);
            out.write(id >>> 8);
            out.write(id);
            writer.write(value, encoder);
            encoder.flush();
            return out.toByteArray();
        }
    }
}
