package io.soakstream.deploy.local;

import io.soakstream.schemas.registry.HttpSchemaRegistry;
import io.soakstream.schemas.registry.RegistryConfig;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.serde.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Records in the wire format, with ids of the registry that is asked and nothing remembered in between. */
final class WireRecords {
    private static final Schema SCHEMA =
            SchemaBuilder.record("Sample").fields().requiredLong("number").endRecord();
    private static final String SUBJECT = WireFormat.valueSubject("sample");

    private WireRecords() {}

    static GenericRecord sample() {
        GenericRecord sample = new GenericData.Record(SCHEMA);
        sample.put("number", 7L);
        return sample;
    }

    static byte[] encode(String registryUrl, GenericRecord value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SchemaRegistry registry = new HttpSchemaRegistry(RegistryConfig.of(URI.create(registryUrl)))) {
            out.writeBytes(ByteBuffer.allocate(WireFormat.HEADER_BYTES)
                    .put(WireFormat.MAGIC)
                    .putInt(registry.register(SUBJECT, value.getSchema()))
                    .array());
        }
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(value.getSchema()).write(value, encoder);
        return out.toByteArray();
    }

    static GenericRecord decode(String registryUrl, byte[] bytes) throws IOException {
        try (SchemaRegistry registry = new HttpSchemaRegistry(RegistryConfig.of(URI.create(registryUrl)))) {
            Schema writer = registry.schemaById(ByteBuffer.wrap(bytes).getInt(1));
            int length = bytes.length - WireFormat.HEADER_BYTES;
            return new GenericDatumReader<GenericRecord>(writer)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, WireFormat.HEADER_BYTES, length, null));
        }
    }
}
