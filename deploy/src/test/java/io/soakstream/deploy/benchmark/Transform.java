package io.soakstream.deploy.benchmark;

import io.soakstream.schemas.serde.AvroSerdes;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The least that can be done between two topics of the catalogue: decode a record, make one of the output's type and
 * size, encode it. No rule, no store.
 *
 * @param source topic that is read
 * @param sink topic that is written
 * @param mapping one for each thread: it may reuse the record that it gives back
 */
record Transform<I, O>(
        String source, Deserializer<I> decoder, Supplier<Function<I, O>> mapping, Serializer<O> encoder, String sink) {

    static <I extends SpecificRecord, O extends SpecificRecord> Transform<I, O> of(
            AvroSerdes serdes,
            String source,
            Class<I> input,
            Supplier<Function<I, O>> mapping,
            Class<O> output,
            String sink) {
        return new Transform<>(
                source,
                serdes.of(input).deserializer(),
                mapping,
                serdes.of(output).serializer(),
                sink);
    }
}
