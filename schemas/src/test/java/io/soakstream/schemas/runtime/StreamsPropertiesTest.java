package io.soakstream.schemas.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

/** What a file of an operator may change, and what it may not. */
class StreamsPropertiesTest {
    @Test
    void shouldTakeWhatMayBeTuned() {
        // When
        StreamsConfig config = config(Map.of(
                "commit.interval.ms",
                "1000",
                "session.timeout.ms",
                "7000",
                "num.stream.threads",
                "3",
                "linger.ms",
                "0"));

        // Then
        assertThat(config.getLong("commit.interval.ms")).isEqualTo(1000);
        assertThat(config.getInt("num.stream.threads")).isEqualTo(3);
        assertThat(config.getMainConsumerConfigs("app", "client", 0)).containsEntry("session.timeout.ms", "7000");
    }

    @Test
    void shouldKeepExactlyOnceWhateverAFileSays() {
        // Given
        Map<String, Object> hostile = Stream.of("", "consumer.", "main.consumer.", "restore.consumer.", "producer.")
                .flatMap(prefix -> Stream.of(
                        Map.entry(prefix + "isolation.level", "read_uncommitted"),
                        Map.entry(prefix + "auto.offset.reset", "latest"),
                        Map.entry(prefix + "enable.auto.commit", "true"),
                        Map.entry(prefix + "enable.idempotence", "false"),
                        Map.entry(prefix + "acks", "0")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        hostile.put("processing.guarantee", "at_least_once");
        hostile.put("production.exception.handler", "no.such.Handler");
        hostile.put("deserialization.exception.handler", "no.such.Handler");

        // When
        StreamsConfig config = config(hostile);

        // Then
        assertThat(config.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
        assertThat(config.getMainConsumerConfigs("app", "client", 0))
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("auto.offset.reset", "earliest")
                .containsEntry("enable.auto.commit", "false");
        assertThat(config.getProducerConfigs("client"))
                .containsEntry("enable.idempotence", true)
                .doesNotContainEntry("acks", "0");
        assertThat(config.productionExceptionHandler().getClass().getSimpleName())
                .isEqualTo("DefaultProductionExceptionHandler");
    }

    private static StreamsConfig config(Map<String, Object> file) {
        Map<String, Object> client = new HashMap<>(file);
        client.put("bootstrap.servers", "none:1");
        return new StreamsConfig(StreamsProperties.of("app", Path.of("state"), Topics.standard(), client));
    }
}
