package io.soakstream.schemas.serde;

import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.registry.UnknownSchemaException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads {@link WireFormat} bytes with the writer's schema and resolves them to the type of this program. */
final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    /** Interactive queries and stream threads may share a deserializer; a decoder is for one thread. */
    private static final ThreadLocal<BinaryDecoder> DECODERS = new ThreadLocal<>();

    private final SchemaRegistry registry;
    private final Schema readerSchema;
    private final Map<Integer, SpecificDatumReader<T>> readerById = new ConcurrentHashMap<>();

    AvroDeserializer(SchemaRegistry registry, Schema readerSchema) {
        AvroLimits.ensure();
        this.registry = registry;
        this.readerSchema = readerSchema;
    }

    @Override
    public T deserialize(String topic, byte[] data) {
        if (data == null) {
            return null;
        }
        return decode(topic, data, reader(WireFormat.schemaId(topic, data)));
    }

    /** Not computeIfAbsent: that would lock out other ids while the registry is waited for. */
    private SpecificDatumReader<T> reader(int id) {
        SpecificDatumReader<T> known = readerById.get(id);
        if (known != null) {
            return known;
        }
        SpecificDatumReader<T> reader = new SpecificDatumReader<>(sameRecord(id, writerSchema(id)), readerSchema);
        readerById.put(id, reader);
        return reader;
    }

    /**
     * Avro resolves any record to any other whose fields fit, and ours all have defaults: a record of another topic would
     * become an event without a body. Names are compared without their namespaces, as registries do.
     */
    private Schema sameRecord(int id, Schema writerSchema) {
        if (!writerSchema.getName().equals(readerSchema.getName())) {
            throw new UndecodableRecordException(
                    "incompatible_schema",
                    "schema id " + id + " is of " + writerSchema.getFullName() + ", not of "
                            + readerSchema.getFullName(),
                    null);
        }
        return writerSchema;
    }

    private Schema writerSchema(int id) {
        try {
            return registry.schemaById(id);
        } catch (UnknownSchemaException unknown) {
            throw new UndecodableRecordException(
                    "unknown_schema", "schema id " + id + " is not in the registry", unknown);
        }
    }

    private T decode(String topic, byte[] data, SpecificDatumReader<T> reader) {
        try {
            return read(data, reader);
        } catch (SecurityException notTrusted) {
            // A class that Avro may not make: the configuration of this JVM is wrong, not the bytes.
            throw notTrusted;
        } catch (AvroTypeException mismatch) {
            throw new UndecodableRecordException(
                    "incompatible_schema",
                    "cannot be read as " + readerSchema.getFullName() + ": " + mismatch.getMessage(),
                    mismatch);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // Garbage meets Avro in any of its classes, and nothing but bytes and schemas takes part here.
            throw new UndecodableRecordException(
                    "bad_avro", "not Avro of its schema on " + topic + ": " + broken, broken);
        }
    }

    private T read(byte[] data, SpecificDatumReader<T> reader) throws IOException {
        int length = data.length - WireFormat.HEADER_BYTES;
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(data, WireFormat.HEADER_BYTES, length, DECODERS.get());
        DECODERS.set(decoder);
        T value = reader.read(null, decoder);
        if (!decoder.isEnd()) {
            throw new IOException("bytes are left over after the record");
        }
        return value;
    }
}
