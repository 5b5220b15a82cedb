package io.soakstream.schemas.contract;

import io.soakstream.schemas.topic.Topic;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** The schemas that others read and write: those of the topics' values, today's and those of every release. */
final class PublicSchemas {
    static final Path RELEASED = Path.of(System.getProperty("basedir", "."), "src/test/resources/released");

    private PublicSchemas() {}

    static List<Schema> current() {
        return Topics.standard().all().stream()
                .map(Topic::valueType)
                .filter(SpecificRecord.class::isAssignableFrom)
                .map(SpecificData.get()::getSchema)
                .toList();
    }

    /** Every current and nested record and enum by full name. */
    static Map<String, Schema> currentWithNested() {
        Map<String, Schema> all = new LinkedHashMap<>();
        current().forEach(schema -> collect(schema, all));
        return all;
    }

    static List<Path> releases() {
        return list(RELEASED);
    }

    static Map<String, Schema> released(Path release) {
        return list(release).stream()
                .map(PublicSchemas::parse)
                .collect(Collectors.toMap(Schema::getName, schema -> schema));
    }

    /** What keeps the two from reading each other's records; empty: nothing. */
    static List<String> conflicts(Schema one, Schema other) {
        return Stream.concat(conflictsReading(one, other), conflictsReading(other, one))
                .toList();
    }

    private static Stream<String> conflictsReading(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(Incompatibility::toString);
    }

    private static void collect(Schema schema, Map<String, Schema> all) {
        switch (schema.getType()) {
            case RECORD -> {
                if (all.putIfAbsent(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), all));
                }
            }
            case ENUM -> all.putIfAbsent(schema.getFullName(), schema);
            case ARRAY -> collect(schema.getElementType(), all);
            case MAP -> collect(schema.getValueType(), all);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, all));
            default -> {
                // Primitive types hold no others.
            }
        }
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
