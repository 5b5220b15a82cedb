package io.soakstream.deploy.interop;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition a key belongs to, by client.
 *
 * @param partitions number of partitions of the topic
 */
record KeyPlacement(int partitions) {
    /** As Kafka's Java client places it, and so everything of ours. */
    int byJavaClient(String key) {
        return Utils.toPositive(Utils.murmur2(utf8(key))) % partitions;
    }

    /** As librdkafka does by default. */
    int byLibrdkafka(String key) {
        CRC32 crc = new CRC32();
        crc.update(utf8(key));
        return (int) (crc.getValue() % partitions);
    }

    private static byte[] utf8(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
