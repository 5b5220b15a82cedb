package io.soakstream.producer.recording;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/**
 * SHA-256 over a recording's metadata and events, each part with its length in front of it. An object container has no
 * checksum of its own: without one, a flipped bit in a KPI would be a KPI.
 */
final class RecordingChecksum {
    private final MessageDigest digest = sha256();

    private RecordingChecksum() {}

    static byte[] of(SortedMap<String, byte[]> metadata, List<RecordedEvent> events) {
        RecordingChecksum checksum = new RecordingChecksum();
        metadata.forEach((name, value) -> {
            if (name.startsWith(RecordingFormat.PREFIX) && !name.equals(RecordingFormat.CHECKSUM)) {
                checksum.add(name.getBytes(StandardCharsets.UTF_8));
                checksum.add(value);
            }
        });
        for (RecordedEvent event : events) {
            checksum.add(event.key().get());
            checksum.add(event.value().get());
        }
        return checksum.digest.digest();
    }

    static byte[] hex(byte[] checksum) {
        return HexFormat.of().formatHex(checksum).getBytes(StandardCharsets.US_ASCII);
    }

    private void add(byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
