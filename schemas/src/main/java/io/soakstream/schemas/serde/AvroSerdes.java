package io.soakstream.schemas.serde;

import io.soakstream.schemas.registry.SchemaRegistry;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Makes the serdes of the public topics against one registry. */
public final class AvroSerdes {
    private final SchemaRegistry registry;

    public AvroSerdes(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** A serde for values of a generated record class. */
    public <T extends SpecificRecord> Serde<T> of(Class<T> type) {
        Schema schema = SpecificData.get().getSchema(type);
        return Serdes.serdeFrom(new AvroSerializer<>(registry), new AvroDeserializer<>(registry, schema));
    }
}
