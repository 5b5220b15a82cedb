package io.soakstream.schemas.runtime;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;

/**
 * Stops a stream for which dead letters are not the exception any more. One bad producer among many must not stop it,
 * so it takes a multitude within a short stretch of a partition: then the wrong registry, a wrong key or a defect of our
 * own is the likelier cause, and going on would set the whole topic aside.
 *
 * <p>Counted in offsets and not in time: a replay meets the same limit as the live stream did. Records that a rule
 * refuses are not counted; they were read.
 */
final class DeadLetterBreaker {
    /** Configuration: letters that are too many (count); 0: never. */
    static final String LIMIT_CONFIG = "soak.dead.letters.limit";

    static final int DEFAULT_LIMIT = 500;
    /** Length of the stretch, as a multiple of the limit: transaction markers take every other offset at worst. */
    static final int STRETCH = 4;

    private final int limit;
    private final Map<TopicPartition, Recent> recent = new HashMap<>();

    DeadLetterBreaker(int limit) {
        this.limit = limit;
    }

    /** @throws ConfigException the limit is no number from 0 on */
    static DeadLetterBreaker configured(Map<String, ?> config) {
        Object value = config.get(LIMIT_CONFIG);
        try {
            int limit = value == null
                    ? DEFAULT_LIMIT
                    : Integer.parseInt(value.toString().trim());
            if (limit >= 0) {
                return new DeadLetterBreaker(limit);
            }
        } catch (NumberFormatException notANumber) {
            throw new ConfigException(LIMIT_CONFIG, value, "is not a number");
        }
        throw new ConfigException(LIMIT_CONFIG, value, "is below 0");
    }

    /**
     * Counts a record that goes to the dead letters.
     *
     * @throws TooManyDeadLettersException it is one too many
     */
    void count(String topic, int partition, long offset) {
        if (limit == 0) {
            return;
        }
        TopicPartition where = new TopicPartition(topic, partition);
        long span = recent.computeIfAbsent(where, unseen -> new Recent(limit)).add(offset);
        if (span <= (long) limit * STRETCH) {
            throw new TooManyDeadLettersException(where, limit, span);
        }
    }

    /** The offsets of the last letters of one partition, oldest overwritten first. */
    private static final class Recent {
        private final long[] offsets;
        private long count;
        private long last = -1;

        Recent(int limit) {
            this.offsets = new long[limit];
        }

        /** The offsets from the oldest kept letter to this one (count); without end while there are too few letters. */
        long add(long offset) {
            if (offset <= last) {
                // Read again after an aborted transaction.
                count = 0;
            }
            last = offset;
            offsets[(int) (count % offsets.length)] = offset;
            count++;
            return count < offsets.length ? Long.MAX_VALUE : offset - offsets[(int) (count % offsets.length)] + 1;
        }
    }
}
