package io.soakstream.schemas.support;

import io.soakstream.schemas.registry.Compatibility;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.registry.UnknownSchemaException;
import org.apache.avro.Schema;

/** A registry of one schema under an id that the test chooses. */
public record OneSchemaRegistry(int id, Schema schema) implements SchemaRegistry {
    @Override
    public int register(String subject, Schema other) {
        if (!other.equals(schema)) {
            throw new IllegalArgumentException("there is only the schema of " + schema.getFullName());
        }
        return id;
    }

    @Override
    public Schema schemaById(int other) {
        if (other != id) {
            throw new UnknownSchemaException("there is only the schema with id " + id);
        }
        return schema;
    }

    @Override
    public boolean isCompatible(String subject, Schema other) {
        return other.equals(schema);
    }

    @Override
    public void setCompatibility(String subject, Compatibility compatibility) {
        throw new UnsupportedOperationException("the only schema never changes");
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
