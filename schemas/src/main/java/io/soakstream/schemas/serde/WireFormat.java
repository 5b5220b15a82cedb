package io.soakstream.schemas.serde;

/** Confluent's wire format: one magic byte, a 4-byte big-endian schema id, the Avro binary body. */
public final class WireFormat {
    public static final byte MAGIC = 0;
    public static final int HEADER_BYTES = 5;

    private WireFormat() {}

    /** The subject of a topic's values, by Confluent's TopicNameStrategy. */
    public static String valueSubject(String topic) {
        return topic + "-value";
    }
}
