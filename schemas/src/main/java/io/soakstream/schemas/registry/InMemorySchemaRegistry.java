package io.soakstream.schemas.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** A registry in the memory of one JVM: for unit tests and for offline runs, which have no broker either. */
public final class InMemorySchemaRegistry implements SchemaRegistry {
    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<Schema>> subjects = new HashMap<>();
    private final Map<String, Compatibility> rules = new HashMap<>();

    @Override
    public synchronized int register(String subject, Schema schema) {
        if (!isCompatible(subject, schema)) {
            throw new IncompatibleSchemaException(
                    "subject " + subject + " refuses the schema of " + schema.getFullName());
        }
        List<Schema> versions = subjects.computeIfAbsent(subject, key -> new ArrayList<>());
        if (!versions.contains(schema)) {
            versions.add(schema);
        }
        int index = schemas.indexOf(schema);
        if (index < 0) {
            schemas.add(schema);
            index = schemas.size() - 1;
        }
        return index + 1;
    }

    @Override
    public synchronized Schema schemaById(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new UnknownSchemaException("no schema with id " + id);
        }
        return schemas.get(id - 1);
    }

    @Override
    public synchronized boolean isCompatible(String subject, Schema schema) {
        List<Schema> versions = subjects.getOrDefault(subject, List.of());
        if (versions.isEmpty() || versions.contains(schema)) {
            return true;
        }
        Compatibility rule = rules.getOrDefault(subject, Compatibility.BACKWARD);
        List<Schema> checked =
                rule.name().endsWith("TRANSITIVE") ? versions : versions.subList(versions.size() - 1, versions.size());
        return checked.stream().allMatch(released -> allows(rule, schema, released));
    }

    @Override
    public synchronized void setCompatibility(String subject, Compatibility compatibility) {
        rules.put(subject, compatibility);
    }

    @Override
    public void close() {
        // Nothing is held outside the heap.
    }

    private static boolean allows(Compatibility rule, Schema candidate, Schema released) {
        boolean backward = canRead(candidate, released);
        boolean forward = canRead(released, candidate);
        return switch (rule) {
            case NONE -> true;
            case BACKWARD, BACKWARD_TRANSITIVE -> backward;
            case FORWARD, FORWARD_TRANSITIVE -> forward;
            case FULL, FULL_TRANSITIVE -> backward && forward;
        };
    }

    private static boolean canRead(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }
}
