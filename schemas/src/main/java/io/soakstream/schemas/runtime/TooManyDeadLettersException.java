package io.soakstream.schemas.runtime;

import org.apache.kafka.common.TopicPartition;

/** So many records in a row cannot be read that the reader is the likelier cause. */
public final class TooManyDeadLettersException extends RuntimeException {
    /** @param span offsets that the letters lie in (count) */
    TooManyDeadLettersException(TopicPartition partition, int letters, long span, String lastReason) {
        super(letters + " of the last " + span + " offsets of " + partition + " are dead letters, the last one for "
                + lastReason + ". Stopped before all of the topic is set aside; the records are still on it. "
                + DeadLetterBreaker.LIMIT_CONFIG + "=0 in --command-config goes on regardless");
    }
}
