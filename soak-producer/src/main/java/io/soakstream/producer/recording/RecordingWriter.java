package io.soakstream.producer.recording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Writes recordings. The container is written here and not by Avro's writer, whose metadata have no order and whose sync
 * marker is random: the same events must give the same file.
 */
public final class RecordingWriter {
    private static final byte[] MAGIC = {'O', 'b', 'j', 1};
    private static final int SYNC_BYTES = 16;

    /**
     * Writes a recording, whole or not at all.
     *
     * @throws IOException the file cannot be written
     */
    public void write(Path file, RecordingHeader header, List<RecordedEvent> events) throws IOException {
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            Files.write(part, bytes(header, events));
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The bytes of the file. */
    public byte[] bytes(RecordingHeader header, List<RecordedEvent> events) {
        SortedMap<String, byte[]> metadata = RecordingFormat.metadata(header, events.size());
        byte[] checksum = RecordingChecksum.of(metadata, events);
        metadata.put(RecordingFormat.CHECKSUM, RecordingChecksum.hex(checksum));
        metadata.put("avro.codec", "null".getBytes(StandardCharsets.UTF_8));
        metadata.put("avro.schema", RecordingFormat.EVENT.toString().getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(metadata, events, Arrays.copyOf(checksum, SYNC_BYTES), out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return out.toByteArray();
    }

    private static void write(
            SortedMap<String, byte[]> metadata, List<RecordedEvent> events, byte[] sync, ByteArrayOutputStream out)
            throws IOException {
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        encoder.writeFixed(MAGIC);
        encoder.writeMapStart();
        encoder.setItemCount(metadata.size());
        for (Map.Entry<String, byte[]> entry : metadata.entrySet()) {
            encoder.startItem();
            encoder.writeString(entry.getKey());
            encoder.writeBytes(entry.getValue());
        }
        encoder.writeMapEnd();
        encoder.writeFixed(sync);
        for (RecordedEvent event : events) {
            writeBlock(event, sync, encoder);
        }
        encoder.flush();
    }

    /** One event is one block, so that damage costs no event before it. */
    private static void writeBlock(RecordedEvent event, byte[] sync, BinaryEncoder encoder) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream(
                event.key().get().length + event.value().get().length + 2 * Long.BYTES);
        BinaryEncoder inner = EncoderFactory.get().directBinaryEncoder(block, null);
        inner.writeBytes(event.key().get());
        inner.writeBytes(event.value().get());
        inner.flush();
        encoder.writeLong(1);
        encoder.writeBytes(block.toByteArray());
        encoder.writeFixed(sync);
    }
}
