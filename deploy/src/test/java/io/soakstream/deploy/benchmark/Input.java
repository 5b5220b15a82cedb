package io.soakstream.deploy.benchmark;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Records that lie ready on a topic.
 *
 * @param ends offset after the last record, by partition; partitions without records are absent
 * @param records in all partitions (count)
 * @param bytes of their values (bytes)
 */
record Input(Map<TopicPartition, Long> ends, long records, long bytes) {
    double bytesPerRecord() {
        return (double) bytes / records;
    }

    /**
     * How many records these offsets cover (count). Markers of transactions take offsets too, a few in ten thousand: they
     * are taken for evenly spread.
     */
    long recordsCoveredBy(Map<TopicPartition, Long> committed) {
        long offsets = ends.values().stream().mapToLong(Long::longValue).sum();
        long covered = ends.keySet().stream()
                .mapToLong(partition -> committed.getOrDefault(partition, 0L))
                .sum();
        return Math.round((double) covered / offsets * records);
    }

    /** Whether a reader that has committed these offsets is through. */
    boolean isCoveredBy(Map<TopicPartition, Long> committed) {
        return ends.entrySet().stream().allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}
