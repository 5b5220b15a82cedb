package io.soakstream.deploy.control;

import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.serde.UndecodableRecordException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits on the applications topic for the answer to one command. */
public final class Acknowledgements implements AutoCloseable {
    private static final Set<ApplicationOutcome> ANSWERS =
            Set.of(ApplicationOutcome.ACKNOWLEDGED, ApplicationOutcome.REFUSED, ApplicationOutcome.MISMATCH);

    private static final Duration LOOK_BACK = Duration.ofMillis(200);
    private static final Logger LOGGER = LoggerFactory.getLogger(Acknowledgements.class);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<DeltaApplication> applications;
    private final String runKey;
    private final String commandId;
    private Optional<DeltaApplication> earlier = Optional.empty();

    /**
     * Finds where to read from; to be made before the command is sent.
     *
     * @param sentBefore the id may have been used: what it was answered then is looked for
     * @throws org.apache.kafka.common.KafkaException the topic's end cannot be found
     */
    public Acknowledgements(KafkaAccess access, String runKey, String commandId, boolean sentBefore) {
        Map<String, Object> properties = new HashMap<>(access.clientProperties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.applications =
                new AvroSerdes(access.registry()).of(DeltaApplication.class).deserializer();
        this.runKey = runKey;
        this.commandId = commandId;
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            begin(access.topics().applications().name(), sentBefore);
        } catch (RuntimeException failed) {
            consumer.close();
            throw failed;
        }
    }

    private void begin(String topic, boolean sentBefore) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        if (sentBefore) {
            lookBack(partitions);
        }
        consumer.seekToEnd(partitions);
        // Kafka seeks when it must: only the question for the position makes it happen now.
        partitions.forEach(consumer::position);
    }

    private void lookBack(List<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.seekToBeginning(partitions);
        while (earlier.isEmpty()
                && partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            earlier = poll(LOOK_BACK);
        }
    }

    /** The answer that the id was given before this command; empty: none, or nobody looked. */
    public Optional<DeltaApplication> earlier() {
        return earlier;
    }

    /** The answer, if it is among what comes next; waits for anything at most so long. */
    public Optional<DeltaApplication> poll(Duration wait) {
        Optional<DeltaApplication> answer = Optional.empty();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(wait)) {
            answer = answer.or(() -> decode(record).filter(this::answers));
        }
        return answer;
    }

    private boolean answers(DeltaApplication application) {
        return commandId.equals(application.getCommandId())
                && runKey.equals(application.getBot() + ":" + application.getRun())
                && ANSWERS.contains(application.getOutcome());
    }

    private Optional<DeltaApplication> decode(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.ofNullable(applications.deserialize(record.topic(), record.value()));
        } catch (UndecodableRecordException undecodable) {
            LOGGER.atError()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("code", undecodable.code())
                    .log("application cannot be decoded, passed over");
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
