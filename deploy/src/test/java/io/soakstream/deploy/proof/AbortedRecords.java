package io.soakstream.deploy.proof;

import io.soakstream.deploy.proof.TopicContents.Position;
import io.soakstream.schemas.topic.Topic;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * What faults have left in the outputs of a site: records that are in the log and that no reader of committed records
 * is given.
 *
 * @param log all records of the outputs
 * @param given those that readers of committed records are given
 * @param starts first offsets of the transactions that were left, where another one begins
 */
record AbortedRecords(Set<Position> log, Set<Position> given, Set<Position> starts) {

    static AbortedRecords read(Site site, List<OpenTransaction> left) {
        return new AbortedRecords(
                positions(site, IsolationLevel.READ_UNCOMMITTED),
                positions(site, IsolationLevel.READ_COMMITTED),
                left.stream()
                        .flatMap(transaction -> transaction.startOffsets().entrySet().stream())
                        .map(start -> new Position(start.getKey(), start.getValue()))
                        .collect(Collectors.toSet()));
    }

    private static Set<Position> positions(Site site, IsolationLevel isolation) {
        Set<Position> positions = new HashSet<>();
        for (App app : App.values()) {
            for (Topic<?> topic : app.outputs(site.topics())) {
                positions.addAll(TopicContents.read(site.bootstrapServers(), topic.name(), isolation)
                        .positions());
            }
        }
        return positions;
    }

    /** Records of the transaction (count); 0 when one of its first records is not in the log, or is given to readers. */
    int of(OpenTransaction left) {
        int sum = 0;
        for (Map.Entry<TopicPartition, Long> start : left.startOffsets().entrySet()) {
            int records = from(start.getKey(), start.getValue());
            if (records == 0) {
                return 0;
            }
            sum += records;
        }
        return sum;
    }

    /** The marker that ends a transaction has an offset and is no record: the row of records stops there. */
    private int from(TopicPartition partition, long start) {
        long offset = start;
        while (isAborted(new Position(partition, offset))
                && (offset == start || !starts.contains(new Position(partition, offset)))) {
            offset++;
        }
        return (int) (offset - start);
    }

    private boolean isAborted(Position position) {
        return log.contains(position) && !given.contains(position);
    }
}
