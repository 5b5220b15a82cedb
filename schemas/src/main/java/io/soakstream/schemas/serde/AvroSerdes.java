package io.soakstream.schemas.serde;

import io.soakstream.schemas.registry.SchemaRegistry;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Makes the serdes of the public topics against one registry. The serdes may be shared between threads. */
public final class AvroSerdes {
    private final SchemaRegistry registry;

    public AvroSerdes(SchemaRegistry registry) {
        this.registry = registry;
        // Records are built as well as read and written, and Avro asks then too whether our classes can be trusted.
        AvroLimits.ensure();
    }

    /**
     * A serde for values of a generated record class.
     *
     * <p>Reading throws {@link UndecodableRecordException} for bytes that can never be decoded; what the registry
     * throws about itself passes through and says nothing about the bytes.
     */
    public <T extends SpecificRecord> Serde<T> of(Class<T> type) {
        Schema schema = SpecificData.get().getSchema(type);
        return Serdes.serdeFrom(new AvroSerializer<>(registry, schema), new AvroDeserializer<>(registry, schema));
    }

    /** The same, with the source bytes kept beside the value. */
    public <T extends SpecificRecord> Serde<Received<T>> received(Class<T> type) {
        Serde<T> values = of(type);
        return Serdes.serdeFrom(
                new ReceivedSerializer<>(values.serializer()), new ReceivedDeserializer<>(values.deserializer()));
    }
}
