package io.soakstream.schemas.serde;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.errors.ProcessorStateException;

/**
 * Serdes of state stores: Avro's single-object encoding, whose fingerprint tells which version of the state wrote it. A
 * store must be readable while the registry is down, so no registry takes part.
 *
 * <p>Avro's own coder for messages works on streams, byte by byte. So what was written by this version, which is nearly
 * everything, is read and written here from array to array, in the same bytes.
 */
public final class SingleObjectSerde<T extends SpecificRecord> {
    private static final byte[] MARKER = {(byte) 0xC3, 0x01};
    /** Interactive queries and stream threads may share a serde; a decoder is for one thread. */
    private static final ThreadLocal<BinaryDecoder> DECODERS = new ThreadLocal<>();

    private final byte[] header;
    private final RecordEncoder<T> encoder;
    private final SpecificDatumReader<T> reader;
    private final BinaryMessageDecoder<T> otherVersions;

    private SingleObjectSerde(Schema schema, BinaryMessageDecoder<T> otherVersions) {
        this.header = header(schema);
        this.encoder = new RecordEncoder<>(schema);
        this.reader = new SpecificDatumReader<>(schema);
        this.otherVersions = otherVersions;
    }

    /**
     * A serde for values of a generated record class. Earlier versions of the state are read if the decoder was given
     * their schemas.
     */
    public static <T extends SpecificRecord> Serde<T> of(Class<T> type, BinaryMessageDecoder<T> decoder) {
        AvroLimits.ensure();
        SingleObjectSerde<T> serde = new SingleObjectSerde<>(SpecificData.get().getSchema(type), decoder);
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : serde.encoder.encode(serde.header, value),
                (topic, bytes) -> bytes == null ? null : serde.decode(topic, bytes));
    }

    private static byte[] header(Schema schema) {
        return ByteBuffer.allocate(MARKER.length + Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MARKER)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array();
    }

    private T decode(String topic, byte[] bytes) {
        try {
            return isOfThisVersion(bytes) ? read(bytes) : otherVersions.decode(bytes, null);
        } catch (IOException | AvroRuntimeException broken) {
            // Not the fault of the record that is being processed: nothing may go to the dead letters because of it.
            throw new ProcessorStateException("state of " + topic + " cannot be read", broken);
        }
    }

    private boolean isOfThisVersion(byte[] bytes) {
        return bytes.length >= header.length && Arrays.equals(bytes, 0, header.length, header, 0, header.length);
    }

    private T read(byte[] bytes) throws IOException {
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(bytes, header.length, bytes.length - header.length, DECODERS.get());
        DECODERS.set(decoder);
        return reader.read(null, decoder);
    }
}
