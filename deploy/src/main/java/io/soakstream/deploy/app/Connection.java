package io.soakstream.deploy.app;

import io.soakstream.schemas.registry.HttpSchemaRegistry;
import io.soakstream.schemas.registry.RegistryConfig;
import io.soakstream.schemas.registry.RegistryCredentials;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The flags of every command that talks to a cluster. Secrets come from the environment or the properties file only. */
final class Connection implements KafkaAccess, AutoCloseable {
    private static final String USER = "SOAK_SCHEMA_REGISTRY_USER";
    private static final String PASSWORD = "SOAK_SCHEMA_REGISTRY_PASSWORD";
    private static final String TOKEN = "SOAK_SCHEMA_REGISTRY_TOKEN";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:SOAK_BOOTSTRAP_SERVERS:-127.0.0.1:9092}",
            description = "Kafka brokers (or SOAK_BOOTSTRAP_SERVERS; default: ${DEFAULT-VALUE}).")
    private String bootstrapServers;

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            defaultValue = "${env:SOAK_SCHEMA_REGISTRY:-http://127.0.0.1:8081}",
            description = "Root of a registry's Confluent API (or SOAK_SCHEMA_REGISTRY; default: ${DEFAULT-VALUE})."
                    + " Credentials from " + USER + " and " + PASSWORD + ", or " + TOKEN + ".")
    private URI schemaRegistry;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties for the Kafka clients, such as TLS and SASL.")
    private Optional<Path> commandConfig = Optional.empty();

    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            defaultValue = "${env:SOAK_TOPIC_PREFIX:-" + Topics.DEFAULT_PREFIX + "}",
            description = "Prefix of every topic (or SOAK_TOPIC_PREFIX; default: ${DEFAULT-VALUE}).")
    private String topicPrefix;

    private SchemaRegistry registry;

    @Override
    public Map<String, Object> clientProperties() {
        Map<String, Object> properties = new HashMap<>();
        commandConfig.ifPresent(file -> load(file).forEach((key, value) -> properties.put((String) key, value)));
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return properties;
    }

    private Properties load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException unreadable) {
            throw new ParameterException(
                    spec.commandLine(), "--command-config: " + file + " cannot be read", unreadable);
        }
    }

    @Override
    public synchronized SchemaRegistry registry() {
        if (registry == null) {
            registry = new HttpSchemaRegistry(registryConfig());
        }
        return registry;
    }

    private RegistryConfig registryConfig() {
        try {
            return RegistryConfig.of(schemaRegistry).withCredentials(credentials());
        } catch (IllegalArgumentException invalid) {
            throw new ParameterException(spec.commandLine(), "--schema-registry: " + invalid.getMessage(), invalid);
        }
    }

    private static RegistryCredentials credentials() {
        String token = System.getenv(TOKEN);
        String user = System.getenv(USER);
        if (token != null) {
            return RegistryCredentials.bearer(token);
        }
        return user == null ? RegistryCredentials.none() : RegistryCredentials.basic(user, System.getenv(PASSWORD));
    }

    @Override
    public Topics topics() {
        return new Topics(topicPrefix);
    }

    @Override
    public synchronized void close() {
        if (registry != null) {
            registry.close();
        }
    }
}
