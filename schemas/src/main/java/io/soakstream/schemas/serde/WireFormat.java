package io.soakstream.schemas.serde;

import java.nio.ByteBuffer;

/** Confluent's wire format: one magic byte, a 4-byte big-endian schema id, the Avro binary body. */
public final class WireFormat {
    public static final byte MAGIC = 0;
    public static final int HEADER_BYTES = 5;

    private WireFormat() {}

    /** The subject of a topic's values, by Confluent's TopicNameStrategy. */
    public static String valueSubject(String topic) {
        return topic + "-value";
    }

    /** What stands before the body of every record of a schema. */
    static byte[] header(int schemaId) {
        return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(schemaId).array();
    }

    /**
     * The schema id of a record's bytes.
     *
     * @throws UndecodableRecordException with {@code truncated} or {@code bad_magic}: the bytes are something else
     */
    public static int schemaId(String topic, byte[] data) {
        if (data.length < HEADER_BYTES) {
            throw new UndecodableRecordException("truncated", "only " + data.length + " bytes on " + topic, null);
        }
        if (data[0] != MAGIC) {
            throw new UndecodableRecordException("bad_magic", "first byte is " + data[0] + " on " + topic, null);
        }
        return (data[1] & 0xFF) << 24 | (data[2] & 0xFF) << 16 | (data[3] & 0xFF) << 8 | (data[4] & 0xFF);
    }
}
