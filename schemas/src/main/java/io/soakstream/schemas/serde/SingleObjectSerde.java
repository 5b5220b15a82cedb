package io.soakstream.schemas.serde;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.errors.ProcessorStateException;

/**
 * Serdes of state stores: Avro's single-object encoding, whose fingerprint tells which version of the state wrote it. A
 * store must be readable while the registry is down, so no registry takes part.
 */
public final class SingleObjectSerde {
    private SingleObjectSerde() {}

    /**
     * A serde from the encoder and decoder of a generated class. Earlier versions of the state are read if the decoder
     * was given their schemas.
     */
    public static <T> Serde<T> of(BinaryMessageEncoder<T> encoder, BinaryMessageDecoder<T> decoder) {
        AvroLimits.ensure();
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : encode(encoder, value),
                (topic, bytes) -> bytes == null ? null : decode(decoder, topic, bytes));
    }

    private static <T> byte[] encode(BinaryMessageEncoder<T> encoder, T value) {
        try {
            ByteBuffer buffer = encoder.encode(value);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
    }

    private static <T> T decode(BinaryMessageDecoder<T> decoder, String topic, byte[] bytes) {
        try {
            return decoder.decode(bytes, null);
        } catch (IOException | AvroRuntimeException broken) {
            // Not the fault of the record that is being processed: nothing may go to the dead letters because of it.
            throw new ProcessorStateException("state of " + topic + " cannot be read", broken);
        }
    }
}
