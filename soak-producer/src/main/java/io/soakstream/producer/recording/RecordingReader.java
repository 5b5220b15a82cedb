package io.soakstream.producer.recording;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/** Reads recordings; of a damaged one, everything before the damage. */
public final class RecordingReader {
    private static final byte[] MAGIC = {'O', 'b', 'j', 1};

    /** Whether the file begins like an Avro object container. */
    public static boolean isContainer(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }

    /**
     * Reads a recording.
     *
     * @throws NotARecordingException nothing of it can be used
     * @throws IOException the file cannot be read
     */
    public Recording read(Path file) throws IOException {
        String name = file.getFileName().toString();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                DataFileStream<GenericRecord> container = open(name, in)) {
            SortedMap<String, byte[]> metadata = new TreeMap<>();
            container.getMetaKeys().forEach(key -> metadata.put(key, container.getMeta(key)));
            RecordingHeader header = RecordingFormat.header(name, metadata);
            List<RecordedEvent> events = new ArrayList<>();
            Optional<Recording.Damage> damage = readEvents(name, container, events);
            return new Recording(header, events, damage.or(() -> checked(name, metadata, events)));
        }
    }

    private static DataFileStream<GenericRecord> open(String name, InputStream in) throws NotARecordingException {
        try {
            return new DataFileStream<>(in, new GenericDatumReader<>(null, RecordingFormat.EVENT));
        } catch (IOException | AvroRuntimeException unreadable) {
            throw new NotARecordingException(name + " is not a recording: its header cannot be read", unreadable);
        }
    }

    private static Optional<Recording.Damage> readEvents(
            String name, DataFileStream<GenericRecord> container, List<RecordedEvent> events) {
        try {
            while (container.hasNext()) {
                GenericRecord event = container.next();
                events.add(RecordedEvent.of(bytes(event.get("key")), bytes(event.get("value"))));
            }
            return Optional.empty();
        } catch (AvroRuntimeException | IndexOutOfBoundsException | NegativeArraySizeException damaged) {
            return Optional.of(
                    new Recording.Damage(name + " event " + (events.size() + 1), "the file is damaged from here on"));
        }
    }

    private static Optional<Recording.Damage> checked(
            String name, SortedMap<String, byte[]> metadata, List<RecordedEvent> events) {
        // Avro takes a cut anywhere as the end of the file.
        if (events.size() < RecordingFormat.events(metadata)) {
            return Optional.of(new Recording.Damage(
                    name + " event " + (events.size() + 1),
                    "the file is cut off here: " + RecordingFormat.events(metadata) + " events were recorded"));
        }
        byte[] expected = metadata.get(RecordingFormat.CHECKSUM);
        byte[] actual = RecordingChecksum.hex(RecordingChecksum.of(metadata, events));
        return expected != null && Arrays.equals(expected, actual)
                ? Optional.empty()
                : Optional.of(new Recording.Damage(
                        name, "its events are not the ones that were recorded: the checksum differs"));
    }

    private static byte[] bytes(Object field) {
        ByteBuffer buffer = (ByteBuffer) field;
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
