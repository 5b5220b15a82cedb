package io.soakstream.schemas.serde;

import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.registry.UnknownSchemaException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads {@link WireFormat} bytes with the writer's schema and resolves them to the type of this program. */
final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    private final SchemaRegistry registry;
    private final Schema readerSchema;
    private final Map<Integer, Schema> writerById = new ConcurrentHashMap<>();

    AvroDeserializer(SchemaRegistry registry, Schema readerSchema) {
        this.registry = registry;
        this.readerSchema = readerSchema;
    }

    @Override
    public T deserialize(String topic, byte[] data) {
        if (data == null) {
            return null;
        }
        if (data.length < WireFormat.HEADER_BYTES) {
            throw new UndecodableRecordException("truncated", "only " + data.length + " bytes on " + topic, null);
        }
        if (data[0] != WireFormat.MAGIC) {
            throw new UndecodableRecordException("bad_magic", "first byte is " + data[0] + " on " + topic, null);
        }
        return decode(topic, data, writerSchema(ByteBuffer.wrap(data).getInt(1)));
    }

    private Schema writerSchema(int id) {
        try {
            return writerById.computeIfAbsent(id, registry::schemaById);
        } catch (UnknownSchemaException unknown) {
            throw new UndecodableRecordException(
                    "unknown_schema", "schema id " + id + " is not in the registry", unknown);
        }
    }

    private T decode(String topic, byte[] data, Schema writerSchema) {
        try {
            BinaryDecoder decoder = DecoderFactory.get()
                    .binaryDecoder(data, WireFormat.HEADER_BYTES, data.length - WireFormat.HEADER_BYTES, null);
            T value = new SpecificDatumReader<T>(writerSchema, readerSchema).read(null, decoder);
            if (!decoder.isEnd()) {
                throw new UndecodableRecordException("bad_avro", "bytes left over after the record on " + topic, null);
            }
            return value;
        } catch (AvroTypeException mismatch) {
            throw new UndecodableRecordException(
                    "incompatible_schema",
                    "cannot be read as " + readerSchema.getFullName() + ": " + mismatch.getMessage(),
                    mismatch);
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException | NegativeArraySizeException broken) {
            throw new UndecodableRecordException(
                    "bad_avro", "not Avro of its schema on " + topic + ": " + broken, broken);
        }
    }
}
