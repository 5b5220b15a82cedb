package io.soakstream.producer.http;

import io.soakstream.schemas.registry.Compatibility;
import io.soakstream.schemas.registry.RegistryUnavailableException;
import io.soakstream.schemas.registry.SchemaRegistry;
import org.apache.avro.Schema;

/** A registry that nobody reaches. */
final class AwayRegistry implements SchemaRegistry {
    @Override
    public int register(String subject, Schema schema) {
        throw away();
    }

    @Override
    public Schema schemaById(int id) {
        throw away();
    }

    @Override
    public boolean isCompatible(String subject, Schema schema) {
        throw away();
    }

    @Override
    public void setCompatibility(String subject, Compatibility compatibility) {
        throw away();
    }

    private static RegistryUnavailableException away() {
        return new RegistryUnavailableException("no registry answers");
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
