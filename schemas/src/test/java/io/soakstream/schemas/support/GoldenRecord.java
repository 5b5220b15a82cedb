package io.soakstream.schemas.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.topic.Topic;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record of a public topic in full, to hold clients against each other: those of the catalogue, an event with each
 * body, and one with none.
 *
 * @param topic name of its topic
 * @param name base name of its file: the class, for events also the field of the body
 */
public record GoldenRecord(String topic, String name, SpecificRecord value) {
    /** What all files are written with: four different bytes. */
    public static final int SCHEMA_ID = 0x01020304;

    private static final int BYTES_PER_LINE = 32;

    public static List<GoldenRecord> all() {
        return Topics.standard().all().stream()
                .filter(topic -> SpecificRecord.class.isAssignableFrom(topic.valueType()))
                .flatMap(topic -> topic.valueType() == SoakEvent.class ? events(topic) : Stream.of(full(topic)))
                .toList();
    }

    private static GoldenRecord full(Topic<?> topic) {
        SpecificRecord value = new FullRecord().of(SpecificData.get().getSchema(topic.valueType()));
        return new GoldenRecord(topic.name(), topic.valueType().getSimpleName(), value);
    }

    private static Stream<GoldenRecord> events(Topic<?> topic) {
        Stream<String> bodies = SoakEvent.getClassSchema().getFields().stream()
                .filter(GoldenRecord::isBody)
                .map(Field::name);
        return Stream.concat(bodies, Stream.of("none"))
                .map(body -> new GoldenRecord(topic.name(), "SoakEvent-" + body, eventWithOnly(body)));
    }

    private static SpecificRecord eventWithOnly(String body) {
        SpecificRecord event = new FullRecord().of(SoakEvent.getClassSchema());
        event.getSchema().getFields().stream()
                .filter(field -> isBody(field) && !field.name().equals(body))
                .forEach(field -> event.put(field.pos(), null));
        return event;
    }

    private static boolean isBody(Field field) {
        return field.schema().isUnion()
                && field.schema().getTypes().stream().anyMatch(branch -> branch.getType() == Schema.Type.RECORD);
    }

    /** Makes the wire bytes the file in a directory. */
    public void write(Path directory, byte[] wireBytes) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(name + ".hex"), lines(wireBytes));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Holds wire bytes against the file in a directory. */
    public void check(Path directory, byte[] wireBytes) {
        assertThat(lines(wireBytes)).as("golden file %s.hex", name).isEqualTo(lines(read(directory)));
    }

    /** The bytes in the file of a directory: 0x00, {@link #SCHEMA_ID}, the Avro body. */
    public byte[] read(Path directory) {
        try {
            String hex = Files.readString(directory.resolve(name + ".hex"));
            return HexFormat.of().parseHex(hex.replace("\n", ""));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String lines(byte[] bytes) {
        return HexFormat.of().formatHex(bytes).replaceAll("(.{1," + 2 * BYTES_PER_LINE + "})", "$1\n");
    }

    /** Names a test that has it as its parameter. */
    @Override
    public String toString() {
        return name;
    }
}
