package io.soakstream.deploy.proof;

import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * A SIGKILL that found a transaction open, and what came after it.
 *
 * @param number from 1
 * @param pid of the killed process
 * @param home whether the next process began on the same state directory, and so under the same transactional id
 * @param left the transaction that the broker still held open after the process was gone
 * @param recovery of the next process
 */
record Kill(int number, App app, long pid, Home home, OpenTransaction left, Recovery recovery) {
    enum Home {
        SAME,
        FRESH
    }

    /**
     * Records of the left transaction that are in the log and that no reader of committed records was given (count); 0
     * when one of its first records is not in the log, or was given to them.
     *
     * @param log all records of the outputs
     * @param given those that readers of committed records were given
     * @param starts first offsets of all left transactions, where another one begins
     */
    int aborted(
            Set<TopicContents.Position> log, Set<TopicContents.Position> given, Set<TopicContents.Position> starts) {
        int sum = 0;
        for (var start : left.startOffsets().entrySet()) {
            int records = aborted(start.getKey(), start.getValue(), log, given, starts);
            if (records == 0) {
                return 0;
            }
            sum += records;
        }
        return sum;
    }

    private static int aborted(
            TopicPartition partition,
            long start,
            Set<TopicContents.Position> log,
            Set<TopicContents.Position> given,
            Set<TopicContents.Position> starts) {
        long offset = start;
        while (true) {
            TopicContents.Position position = new TopicContents.Position(partition, offset);
            boolean ends = !log.contains(position) || given.contains(position);
            if (ends || (offset > start && starts.contains(position))) {
                return (int) (offset - start);
            }
            offset++;
        }
    }

    String text(int aborted) {
        return String.format(
                "kill %d: %s pid %d, %s; %d aborted records; next on %s home: %s",
                number, app.word(), pid, left.text(), aborted, home, recovery.text());
    }
}
