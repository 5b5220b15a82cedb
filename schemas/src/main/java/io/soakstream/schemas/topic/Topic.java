package io.soakstream.schemas.topic;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic of the catalogue. Keys are run keys in UTF-8, {@code <bot>:<run>}.
 *
 * @param name full name, such as {@code soak.events.v1}
 * @param valueType generated record class of the values; {@code byte[].class} for raw bytes
 * @param partitions number of partitions, never changed after creation
 * @param cleanup what happens to old records
 * @param retention how long records are kept; {@code null}: for ever
 * @param maxRecordBytes largest record: an absurd one is refused by the broker and not by a reader (bytes)
 * @param owner module that writes it
 * @param doc what a record of it means
 */
public record Topic<V>(
        String name,
        Class<V> valueType,
        int partitions,
        Cleanup cleanup,
        Duration retention,
        int maxRecordBytes,
        String owner,
        String doc) {

    /** What a client sends at most by default (bytes). */
    static final int CLIENT_LIMIT_BYTES = 1024 * 1024;
    /** An event is half of that: a decision or dead letter that holds one must still go through (bytes). */
    static final int EVENT_LIMIT_BYTES = CLIENT_LIMIT_BYTES / 2;

    /** The topic's configuration as the broker takes it, sorted by name. */
    public Map<String, String> config() {
        Map<String, String> config = new TreeMap<>();
        config.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup.config());
        config.put(TopicConfig.RETENTION_MS_CONFIG, retention == null ? "-1" : Long.toString(retention.toMillis()));
        // Event time is in the payload: old recordings are neither deleted at once nor refused.
        config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxRecordBytes));
        return config;
    }
}
