package io.soakstream.schemas.runtime;

import io.soakstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;

/** The configuration that every stream of the project runs with. */
public final class StreamsProperties {
    private static final int COMMIT_INTERVAL_MS = 100;
    /** Nobody may read a record before it is committed, and a commit sends what lingers: this delays nothing. */
    private static final int LINGER_MS = COMMIT_INTERVAL_MS;

    /** How long the work of an instance that died stays undone, and a new one waits for it. */
    private static final int SESSION_TIMEOUT_MS = 10_000;

    private static final int HEARTBEAT_INTERVAL_MS = 3_000;

    /** What exactly-once rests on in the clients; with a prefix, Kafka Streams would let them win. */
    private static final List<String> PINNED_CLIENT_KEYS = List.of(
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            ProducerConfig.ACKS_CONFIG,
            ProducerConfig.TRANSACTIONAL_ID_CONFIG);

    private static final List<String> CLIENT_PREFIXES =
            List.of("", "consumer.", "main.consumer.", "restore.consumer.", "global.consumer.", "producer.");

    private StreamsProperties() {}

    /**
     * @param applicationId also the consumer group and the prefix of internal topics
     * @param stateDirectory see {@link StateStorage}
     * @param client connection and security, and what may be tuned (intervals, threads, standbys, time-outs); what
     *     decides about correctness is set here and wins, so that no file can switch off exactly-once
     */
    public static Map<String, Object> of(
            String applicationId, Path stateDirectory, Topics topics, Map<String, Object> client) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.putIfAbsent(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
        // The loop looks at the clock only when poll returns: a longer poll would be the real commit interval.
        properties.putIfAbsent(StreamsConfig.POLL_MS_CONFIG, COMMIT_INTERVAL_MS);
        properties.putIfAbsent(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MS);
        properties.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        properties.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_INTERVAL_MS);
        // The broker's own default, so that a cluster decides how often its data is kept.
        properties.putIfAbsent(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
        properties.putIfAbsent(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        PINNED_CLIENT_KEYS.forEach(key -> CLIENT_PREFIXES.forEach(prefix -> properties.remove(prefix + key)));
        properties.put(
                StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DefaultProductionExceptionHandler.class);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, ProcessingDeadLetterHandler.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
        properties.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                topics.deadLetters().name());
        return properties;
    }

    /**
     * The same where a topology runs without a broker. The test driver's producer drops what is sent outside a
     * transaction, and dead letters of undecodable bytes are: so there are no transactions here.
     */
    public static Map<String, Object> withoutBroker(String applicationId, Path stateDirectory, Topics topics) {
        Map<String, Object> properties = of(
                applicationId, stateDirectory, topics, Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "none:1"));
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        return properties;
    }
}
