package io.soakstream.producer.live;

import io.soakstream.producer.domain.RunKey;
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

/** What the gate makes of a run's iterations: one committed answer on the applications topic for each. For one thread. */
final class GateAnswers implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(GateAnswers.class);
    private static final Duration POLL = Duration.ofMillis(200);
    /** Others come later and tell of an earlier decision. */
    private static final Set<ApplicationOutcome> ANSWERS = Set.of(
            ApplicationOutcome.APPLIED,
            ApplicationOutcome.SKIPPED,
            ApplicationOutcome.NO_OP,
            ApplicationOutcome.MISMATCH);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<DeltaApplication> applications;
    private final RunKey key;

    /**
     * Finds where to read from; to be made before the run starts.
     *
     * @throws org.apache.kafka.common.KafkaException the topic's end cannot be found
     */
    GateAnswers(KafkaAccess access, RunKey key) {
        Map<String, Object> properties = new HashMap<>(access.clientProperties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.applications =
                new AvroSerdes(access.registry()).of(DeltaApplication.class).deserializer();
        this.key = key;
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            begin(access.topics().applications().name());
        } catch (RuntimeException failed) {
            consumer.close();
            throw failed;
        }
    }

    private void begin(String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Kafka seeks when it must: only the question for the position makes it happen now.
        partitions.forEach(consumer::position);
    }

    /**
     * Waits for the answer to an iteration.
     *
     * @return state hash after it
     * @throws NoAnswerException none came in time
     */
    String stateHashAfter(int iteration, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<String> answer = Optional.empty();
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                answer = answer.or(() -> decode(record)
                        .filter(application -> answers(application, iteration))
                        .map(DeltaApplication::getStateHash));
            }
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new NoAnswerException("no answer to iteration " + iteration + " of " + key + " on the applications topic"
                + " within " + patience.toSeconds() + " s: are a tuner and a gate running ('soak start all')?");
    }

    private boolean answers(DeltaApplication application, int iteration) {
        return key.bot().equals(application.getBot())
                && key.run().equals(application.getRun())
                && application.getIteration() != null
                && application.getIteration() == iteration
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
