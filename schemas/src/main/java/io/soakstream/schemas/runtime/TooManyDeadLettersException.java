package io.soakstream.schemas.runtime;

import org.apache.kafka.common.TopicPartition;

/** So many records in a row cannot be read that the reader is the likelier cause. */
public final class TooManyDeadLettersException extends RuntimeException {
    TooManyDeadLettersException(TopicPartition partition, int letters, long span) {
        super(letters + " of the last " + span + " offsets of " + partition + " could not be decoded or processed:"
                + " stopped before all of the topic is set aside. 'soak dlq list' says what is wrong with them; "
                + DeadLetterBreaker.LIMIT_CONFIG + "=0 in --command-config goes on regardless");
    }
}
