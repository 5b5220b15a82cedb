package io.soakstream.producer.recording;

import io.soakstream.schemas.registry.Compatibility;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.registry.UnknownSchemaException;
import java.util.Map;
import org.apache.avro.Schema;

/** The schemas in a recording's header as a registry that can only be read. */
final class RecordedSchemas implements SchemaRegistry {
    private final Map<Integer, Schema> schemas;

    RecordedSchemas(Map<Integer, Schema> schemas) {
        this.schemas = schemas;
    }

    @Override
    public Schema schemaById(int id) {
        Schema schema = schemas.get(id);
        if (schema == null) {
            throw new UnknownSchemaException("no schema with id " + id + " in the header of the recording");
        }
        return schema;
    }

    @Override
    public int register(String subject, Schema schema) {
        throw readOnly();
    }

    @Override
    public boolean isCompatible(String subject, Schema schema) {
        throw readOnly();
    }

    @Override
    public void setCompatibility(String subject, Compatibility compatibility) {
        throw readOnly();
    }

    @Override
    public void close() {
        // Nothing is held outside the heap.
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("the schemas of a recording cannot be changed");
    }
}
