package io.soakstream.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.runtime.StreamsProperties;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The properties that the manifests give the Kafka clients, read as the clients read them. */
class ClientPropertiesTest {
    private static final String LOGIN =
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"u\";";
    /** A variable that every process has; in a pod it is POD_NAME. */
    private static final String ALWAYS_SET = "PATH";

    @TempDir
    Path directory;

    @Test
    void shouldTakeTheSecretFromItsVolume() throws IOException {
        // Given
        Map<String, Object> properties = properties("client.properties");
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");

        // When
        AdminClientConfig config = new AdminClientConfig(properties);

        // Then
        assertThat(config.getPassword(SaslConfigs.SASL_JAAS_CONFIG).value()).isEqualTo(LOGIN);
        assertThat(config.getString(SaslConfigs.SASL_MECHANISM)).isEqualTo("SCRAM-SHA-512");
    }

    @Test
    void shouldNameAnInstanceOfAStreamByItsPod() throws IOException {
        // Given
        Map<String, Object> properties = properties("streams.properties");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");

        // When
        StreamsConfig config = new StreamsConfig(StreamsProperties.of("app", directory, Topics.standard(), properties));

        // Then
        Map<String, Object> consumer = config.getMainConsumerConfigs("app", "app-client", 0);
        assertThat(consumer)
                .containsEntry(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, System.getenv(ALWAYS_SET) + "-0")
                .containsEntry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "30000");
        assertThat(config.getInt(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG)).isEqualTo(1);
        assertThat(consumer.get(SaslConfigs.SASL_JAAS_CONFIG)).isEqualTo(LOGIN);
    }

    @Test
    void shouldDifferOnlyInWhatStreamsNeed() throws IOException {
        // Given
        Map<String, Object> streams = properties("streams.properties");

        // When
        Map<String, Object> client = properties("client.properties");

        // Then
        client.remove("config.providers");
        assertThat(streams).containsAllEntriesOf(client);
    }

    private Map<String, Object> properties(String file) throws IOException {
        Files.writeString(directory.resolve("sasl.jaas.config"), LOGIN);
        String text = Tree.text(KubernetesFiles.BASE.resolve("config").resolve(file))
                .replace("/etc/soak/kafka-user", directory.toString())
                .replace("POD_NAME", ALWAYS_SET);
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        Map<String, Object> map = new TreeMap<>();
        properties.forEach((key, value) -> map.put((String) key, value));
        return map;
    }
}
