package io.soakstream.deploy.proof;

import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.runtime.DeadLetters;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.serde.WireFormat;
import io.soakstream.schemas.topic.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * A record as it must be the same under another topic prefix: the number of its schema belongs to the registry, so the
 * schema itself stands for it.
 *
 * @param key run key
 * @param id identity that the writer gave it; of a dead letter its reason
 * @param digest of a verdict's chain up to here; else empty
 * @param body the value without its wire header, byte for byte
 */
record OutputRecord(String key, String id, String digest, Schema schema, ByteBuffer body) {

    /** How the records of a topic become comparable. */
    interface Reader extends Function<ConsumerRecord<byte[], byte[]>, OutputRecord> {}

    static Reader verdicts(Topics topics, SchemaRegistry registry) {
        return reader(topics.verdicts().valueType(), registry, Verdict::getId, Verdict::getDigest);
    }

    static Reader decisions(Topics topics, SchemaRegistry registry) {
        return reader(topics.decisions().valueType(), registry, TuningDecision::getId, decision -> "");
    }

    /** A compacted topic: kept whole here, as the cleaner leaves the active segment alone. */
    static Reader overrides(Topics topics, SchemaRegistry registry) {
        return reader(
                topics.overrides().valueType(),
                registry,
                overrides -> Long.toString(overrides.getVersion()),
                RuntimeOverrides::getStateHash);
    }

    /** A decision may be applied and later be confirmed. */
    static Reader applications(Topics topics, SchemaRegistry registry) {
        return reader(
                topics.applications().valueType(),
                registry,
                application -> application.getId() + " " + application.getOutcome(),
                application -> "");
    }

    static Reader deadLetters(SchemaRegistry registry) {
        return record -> of(record, registry, reason(record.headers()), "");
    }

    private static <T extends SpecificRecord> Reader reader(
            Class<T> type, SchemaRegistry registry, Function<T, String> id, Function<T, String> digest) {
        var values = new AvroSerdes(registry).of(type).deserializer();
        return record -> {
            T value = values.deserialize(record.topic(), record.value());
            return of(record, registry, id.apply(value), digest.apply(value));
        };
    }

    private static OutputRecord of(
            ConsumerRecord<byte[], byte[]> record, SchemaRegistry registry, String id, String digest) {
        byte[] value = record.value();
        Schema schema = registry.schemaById(WireFormat.schemaId(record.topic(), value));
        ByteBuffer body = ByteBuffer.wrap(value, WireFormat.HEADER_BYTES, value.length - WireFormat.HEADER_BYTES)
                .slice();
        return new OutputRecord(new String(record.key(), StandardCharsets.UTF_8), id, digest, schema, body);
    }

    private static String reason(Headers headers) {
        return header(headers, DeadLetters.CODE_HEADER) + ": " + header(headers, DeadLetters.MESSAGE_HEADER);
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
