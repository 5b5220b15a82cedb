package io.soakstream.schemas.topic;

import io.soakstream.schemas.registry.Compatibility;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.serde.WireFormat;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Brings the schemas of the catalogue into a registry. Programs in other languages take the newest schema of a subject,
 * so it must be there before any of ours has written; and a registry's own default lets changes through that our
 * readers could not read.
 */
public final class SubjectProvisioner {
    private static final Compatibility RULE = Compatibility.FULL_TRANSITIVE;

    private final SchemaRegistry registry;

    public SubjectProvisioner(SchemaRegistry registry) {
        this.registry = registry;
    }

    /**
     * What a subject has now.
     *
     * @param id of the schema that this version writes
     */
    public record Subject(String name, int id, Compatibility compatibility) {}

    /**
     * Registers every topic's schema and sets the rule of its subject. Doing it twice changes nothing more.
     *
     * @return one entry per subject, in the order of the catalogue
     * @throws io.soakstream.schemas.registry.IncompatibleSchemaException a subject has a schema that ours does not fit;
     *     those before it are done
     */
    public List<Subject> apply(Topics topics) {
        List<Subject> subjects = new ArrayList<>();
        for (Topic<?> topic : topics.all()) {
            if (SpecificRecord.class.isAssignableFrom(topic.valueType())) {
                String name = WireFormat.valueSubject(topic.name());
                registry.setCompatibility(name, RULE);
                int id = registry.register(name, SpecificData.get().getSchema(topic.valueType()));
                subjects.add(new Subject(name, id, RULE));
            }
        }
        return subjects;
    }
}
