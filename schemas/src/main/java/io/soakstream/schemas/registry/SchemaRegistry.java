package io.soakstream.schemas.registry;

import org.apache.avro.Schema;

/**
 * A schema registry with Confluent's model: subjects hold versions of a schema, every schema has a global id.
 *
 * <p>Implementations are safe for use by several threads and cache both directions, so that no call below goes over
 * the network twice for the same argument.
 */
public interface SchemaRegistry extends AutoCloseable {

    /**
     * Registers a schema under a subject, or finds it there.
     *
     * @return the global id of the schema
     * @throws IncompatibleSchemaException the subject's compatibility rule refuses the schema
     * @throws RegistryUnavailableException the registry could not be reached within the configured patience
     */
    int register(String subject, Schema schema);

    /**
     * The schema with a global id.
     *
     * @throws UnknownSchemaException the registry answers that there is no such id
     * @throws RegistryUnavailableException the registry could not be reached within the configured patience
     */
    Schema schemaById(int id);

    /** Whether the schema may become the next version of the subject; true for a subject without versions. */
    boolean isCompatible(String subject, Schema schema);

    /** Sets the compatibility rule of a subject. */
    void setCompatibility(String subject, Compatibility compatibility);

    @Override
    void close();
}
