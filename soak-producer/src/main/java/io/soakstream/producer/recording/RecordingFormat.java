package io.soakstream.producer.recording;

import io.soakstream.producer.domain.RunKey;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** The names and the version of what a recording's header holds. */
final class RecordingFormat {
    static final String VERSION = "1";
    static final String PREFIX = "soak.";
    static final String CHECKSUM = "soak.checksum";
    static final Schema EVENT = new Schema.Parser()
            .parse("{\"type\": \"record\", \"name\": \"RecordedEvent\", \"namespace\": \"io.soakstream.recording\","
                    + " \"doc\": \"A record of the events topic, byte for byte.\", \"fields\": ["
                    + "{\"name\": \"key\", \"type\": \"bytes\"}, {\"name\": \"value\", \"type\": \"bytes\"}]}");

    private static final String FORMAT = "soak.format";
    private static final String EVENTS = "soak.events";
    private static final String BOT = "soak.bot";
    private static final String RUN = "soak.run";
    private static final String ORIGIN = "soak.origin";
    private static final String CONFIGURATION = "soak.configuration";
    private static final String POLICIES = "soak.policies";
    private static final String PUBLIC_KEYS = "soak.public-keys";
    private static final String WRITER = "soak.version";
    private static final String SCHEMA = "soak.schema.";

    private RecordingFormat() {}

    /** The header as file metadata, sorted by name, without the checksum. */
    static SortedMap<String, byte[]> metadata(RecordingHeader header, int events) {
        SortedMap<String, byte[]> metadata = new TreeMap<>();
        put(metadata, FORMAT, VERSION);
        put(metadata, EVENTS, Integer.toString(events));
        put(metadata, BOT, header.key().bot());
        put(metadata, RUN, header.key().run());
        header.origin().ifPresent(origin -> put(metadata, ORIGIN, origin));
        put(metadata, CONFIGURATION, header.context().configuration());
        put(metadata, POLICIES, header.context().policies());
        put(metadata, PUBLIC_KEYS, header.context().publicKeys());
        put(metadata, WRITER, header.context().version());
        header.schemas().forEach((id, schema) -> put(metadata, SCHEMA + id, schema.toString()));
        return metadata;
    }

    /**
     * Reads the header from file metadata.
     *
     * @throws NotARecordingException something is missing, or the format is one of a later version
     */
    static RecordingHeader header(String file, Map<String, byte[]> metadata) throws NotARecordingException {
        String version = text(metadata, FORMAT)
                .orElseThrow(() -> new NotARecordingException(file + " is an Avro file but not a recording"));
        if (!version.equals(VERSION)) {
            throw new NotARecordingException(
                    file + " has recording format " + version + ", this version reads " + VERSION);
        }
        try {
            return new RecordingHeader(
                    new RunKey(required(file, metadata, BOT), required(file, metadata, RUN)),
                    text(metadata, ORIGIN),
                    new RecordingContext(
                            required(file, metadata, CONFIGURATION),
                            required(file, metadata, POLICIES),
                            required(file, metadata, PUBLIC_KEYS),
                            required(file, metadata, WRITER)),
                    schemas(metadata));
        } catch (IllegalArgumentException | SchemaParseException damaged) {
            throw new NotARecordingException("the header of " + file + " is damaged: " + damaged.getMessage(), damaged);
        }
    }

    /** How many events the file holds when it is whole (count). */
    static int events(Map<String, byte[]> metadata) {
        return text(metadata, EVENTS)
                .filter(count -> count.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private static Map<Integer, Schema> schemas(Map<String, byte[]> metadata) {
        Map<Integer, Schema> schemas = new TreeMap<>();
        metadata.forEach((name, value) -> {
            if (name.startsWith(SCHEMA)) {
                schemas.put(
                        Integer.parseInt(name.substring(SCHEMA.length())),
                        new Schema.Parser().parse(new String(value, StandardCharsets.UTF_8)));
            }
        });
        return schemas;
    }

    private static String required(String file, Map<String, byte[]> metadata, String name)
            throws NotARecordingException {
        return text(metadata, name)
                .orElseThrow(() -> new NotARecordingException("the header of " + file + " lacks " + name));
    }

    private static Optional<String> text(Map<String, byte[]> metadata, String name) {
        return Optional.ofNullable(metadata.get(name)).map(value -> new String(value, StandardCharsets.UTF_8));
    }

    private static void put(Map<String, byte[]> metadata, String name, String value) {
        metadata.put(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
