package io.soakstream.notifier.ledger;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What is written together or not at all.
 *
 * @param offsets up to where the topics have been looked at
 */
public record LedgerBatch(
        List<LedgerRecord> records, List<DeadLetter> letters, Map<TopicPartition, OffsetAndMetadata> offsets) {
    public LedgerBatch {
        records = List.copyOf(records);
        letters = List.copyOf(letters);
        offsets = Map.copyOf(offsets);
    }

    public static LedgerBatch of(List<LedgerRecord> records) {
        return new LedgerBatch(records, List.of(), Map.of());
    }
}
