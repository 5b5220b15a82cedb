package io.soakstream.schemas.runtime;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/**
 * Stops a stream for which dead letters are not the exception any more. One bad producer among many must not stop it,
 * so it takes a multitude within a short stretch of a partition, under several keys: then the wrong registry or a defect
 * of our own is the likelier cause, and going on would set the whole topic aside.
 *
 * <p>Counted in offsets and not in time, as a quiet topic is no better than a busy one. Records that a rule refuses are
 * not counted, as they were read; nor are letters that somebody replayed. The count begins anew with each task.
 */
final class DeadLetterBreaker {
    /** Configuration: letters that are too many (count); 0: never. */
    static final String LIMIT_CONFIG = "soak.dead.letters.limit";

    static final int DEFAULT_LIMIT = 500;
    static final int MAX_LIMIT = 100_000;
    /** Length of the stretch, as a multiple of the limit: transaction markers take every other offset at worst. */
    static final int STRETCH = 4;

    private final int limit;
    private final Map<TopicPartition, Recent> recent = new HashMap<>();

    DeadLetterBreaker(int limit) {
        this.limit = limit;
    }

    /** @throws ConfigException the limit is no number from 0 to {@link #MAX_LIMIT} */
    static DeadLetterBreaker configured(Map<String, ?> config) {
        Object value = config.get(LIMIT_CONFIG);
        try {
            int limit = value == null
                    ? DEFAULT_LIMIT
                    : Integer.parseInt(value.toString().trim());
            if (limit >= 0 && limit <= MAX_LIMIT) {
                return new DeadLetterBreaker(limit);
            }
        } catch (NumberFormatException notANumber) {
            throw new ConfigException(LIMIT_CONFIG, value, "is not a number");
        }
        throw new ConfigException(LIMIT_CONFIG, value, "is not between 0 and " + MAX_LIMIT);
    }

    /**
     * Counts a record that goes to the dead letters.
     *
     * @param key its source bytes
     * @param reason what is wrong with it, for people
     * @throws TooManyDeadLettersException it is one too many
     */
    void count(ErrorHandlerContext context, byte[] key, String reason) {
        if (limit == 0 || isReplayed(context)) {
            return;
        }
        TopicPartition where = new TopicPartition(context.topic(), context.partition());
        Recent letters = recent.computeIfAbsent(where, unseen -> new Recent(limit));
        letters.add(context.offset(), Arrays.hashCode(key));
        if (letters.span() <= (long) limit * STRETCH && letters.haveSeveralKeys()) {
            throw new TooManyDeadLettersException(where, limit, letters.span(), reason);
        }
    }

    private static boolean isReplayed(ErrorHandlerContext context) {
        return context.headers() != null && context.headers().lastHeader(DeadLetters.REPLAYED_FROM_HEADER) != null;
    }

    /** The last letters of one partition, oldest overwritten first. */
    private static final class Recent {
        private final long[] offsets;
        private final int[] keys;
        private long count;
        private long last = -1;

        Recent(int limit) {
            this.offsets = new long[limit];
            this.keys = new int[limit];
        }

        void add(long offset, int key) {
            if (offset <= last) {
                // Read again after an aborted transaction.
                count = 0;
            }
            last = offset;
            int slot = (int) (count % offsets.length);
            offsets[slot] = offset;
            keys[slot] = key;
            count++;
        }

        /** From the oldest kept letter to the newest (offsets); without end while there are too few letters. */
        long span() {
            return count < offsets.length ? Long.MAX_VALUE : last - offsets[(int) (count % offsets.length)] + 1;
        }

        boolean haveSeveralKeys() {
            return Arrays.stream(keys).anyMatch(key -> key != keys[0]);
        }
    }
}
