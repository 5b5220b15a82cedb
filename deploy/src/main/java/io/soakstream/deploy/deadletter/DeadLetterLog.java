package io.soakstream.deploy.deadletter;

import io.soakstream.producer.recording.TopicRecorder;
import io.soakstream.producer.recording.TopicScan;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** The letters that are on the topic. */
public final class DeadLetterLog {
    private final KafkaAccess access;

    public DeadLetterLog(KafkaAccess access) {
        this.access = access;
    }

    /**
     * Hands over every letter that was committed when the call began, in log order within its partition.
     *
     * @throws org.apache.kafka.common.errors.TimeoutException the broker did not deliver them
     */
    public void forEach(Consumer<DeadLetter> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(TopicRecorder.consumerProperties(access.clientProperties()))) {
            new TopicScan(consumer, access.topics().deadLetters().name())
                    .forEach(record -> reader.accept(new DeadLetter(record)));
        }
    }
}
