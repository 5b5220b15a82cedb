package io.soakstream.deploy.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * What an operator may tune, as the file of {@code --command-config}.
 *
 * @param values Kafka's own keys
 */
record StreamSettings(Map<String, String> values) {
    /** The shortest that a broker allows by default: for those who wait until a dead member is out of its group. */
    static final Duration SHORTEST_SESSION = Duration.ofSeconds(6);

    /** For all others: nobody is put out because the machine is busy. */
    private static final Duration SESSION = Duration.ofSeconds(20);

    static final Duration TRANSACTION = Duration.ofSeconds(8);

    /** @param commit long, so that a fault finds a transaction open */
    static StreamSettings of(Duration commit) {
        return new StreamSettings(Map.of(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                text(commit),
                StreamsConfig.POLL_MS_CONFIG,
                "50",
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                text(SESSION),
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                "1000",
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                text(TRANSACTION)));
    }

    StreamSettings with(String key, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(key, value);
        return new StreamSettings(changed);
    }

    /** @param limit of silence after which the broker puts a member out of its group */
    StreamSettings withSession(Duration limit) {
        return with(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, text(limit));
    }

    StreamSettings withCommit(Duration commit) {
        return with(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, text(commit));
    }

    /** @param limit after which the broker ends a transaction; must not be shorter than the commit interval */
    StreamSettings withTransaction(Duration limit) {
        return with(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), text(limit));
    }

    void write(Path file) {
        String lines = values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
