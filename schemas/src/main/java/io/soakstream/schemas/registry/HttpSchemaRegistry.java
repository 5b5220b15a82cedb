package io.soakstream.schemas.registry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/**
 * A registry behind Confluent's REST API: Confluent's own, Apicurio's {@code /apis/ccompat/v7} and the like.
 *
 * <p>An answer that the registry cannot have meant (no connection, 429, 5xx, a proxy's page) is waited out within the
 * configured patience; refused credentials are not. Nothing is locked while the network is waited for, so an outage
 * that meets one thread does not hold up another that has its schemas.
 */
public final class HttpSchemaRegistry implements SchemaRegistry {
    private final RegistryApi api;
    private final Map<Registration, Integer> idByRegistration = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemaById = new ConcurrentHashMap<>();
    private final UnknownIds unknownIds = new UnknownIds(System::nanoTime);

    public HttpSchemaRegistry(RegistryConfig config) {
        this.api = new RegistryApi(config);
    }

    /** @throws RegistryAuthenticationException the registry refuses our credentials */
    @Override
    public int register(String subject, Schema schema) {
        Registration registration = new Registration(subject, schema);
        Integer known = idByRegistration.get(registration);
        if (known != null) {
            return known;
        }
        int id = api.register(subject, schema);
        idByRegistration.put(registration, id);
        // Not the registry's copy, but equal in all that decoding needs.
        schemaById.putIfAbsent(id, schema);
        return id;
    }

    /** @throws RegistryAuthenticationException the registry refuses our credentials */
    @Override
    public Schema schemaById(int id) {
        Schema known = schemaById.get(id);
        if (known != null) {
            return known;
        }
        if (unknownIds.contains(id)) {
            throw new UnknownSchemaException("the registry did not know schema id " + id + " a moment ago");
        }
        try {
            Schema fetched = api.fetch(id);
            schemaById.put(id, fetched);
            return fetched;
        } catch (UnknownSchemaException unknown) {
            unknownIds.add(id);
            throw unknown;
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>All versions are asked about, as a transitive rule needs. Under a rule that is not transitive Confluent then
     * checks the latest only; Apicurio checks them all, and says no here to what it would register.
     *
     * @throws RegistryAuthenticationException the registry refuses our credentials
     */
    @Override
    public boolean isCompatible(String subject, Schema schema) {
        return api.isCompatible(subject, schema);
    }

    /** @throws RegistryAuthenticationException the registry refuses our credentials */
    @Override
    public void setCompatibility(String subject, Compatibility compatibility) {
        api.setCompatibility(subject, compatibility);
    }

    /**
     * Sets the rule of all subjects that have none of their own. Registries differ in what they start with: Confluent
     * with {@code BACKWARD}, Apicurio with {@code NONE}.
     *
     * @throws RegistryAuthenticationException the registry refuses our credentials
     */
    public void setGlobalCompatibility(Compatibility compatibility) {
        api.setGlobalCompatibility(compatibility);
    }

    @Override
    public void close() {
        // The JDK's client ends with its last reference and offers nothing to close before Java 21.
    }

    private record Registration(String subject, Schema schema) {}
}
