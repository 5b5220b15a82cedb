package io.soakstream.deploy.proof;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * A transaction that is under way, as the broker tells it.
 *
 * @param openMs since its first record (ms)
 * @param startOffsets of its first record on each output partition it has written to; not empty
 */
record OpenTransaction(
        String transactionalId, long producerId, int epoch, long openMs, Map<TopicPartition, Long> startOffsets) {

    /** Kafka raises the epoch at each end of a transaction (KIP-890). */
    boolean isSameAs(OpenTransaction other) {
        return producerId == other.producerId && epoch == other.epoch;
    }

    String text() {
        String starts = startOffsets.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toString(), Map.Entry::getValue, (one, other) -> one, TreeMap::new))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + "@" + entry.getValue())
                .collect(Collectors.joining(","));
        return transactionalId + " producer " + producerId + " epoch " + epoch + " open " + openMs + " ms on " + starts;
    }
}
