package io.soakstream.deploy.app;

import io.soakstream.schemas.registry.HttpSchemaRegistry;
import io.soakstream.schemas.registry.RegistryConfig;
import io.soakstream.schemas.registry.RegistryCredentials;
import io.soakstream.schemas.registry.RegistryTimeouts;
import io.soakstream.schemas.registry.RegistryTls;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.topic.TopicPreflight;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
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
    private static final String TRUSTSTORE = "SOAK_SCHEMA_REGISTRY_TRUSTSTORE";
    private static final String TRUSTSTORE_PASSWORD = "SOAK_SCHEMA_REGISTRY_TRUSTSTORE_PASSWORD";
    private static final String KEYSTORE = "SOAK_SCHEMA_REGISTRY_KEYSTORE";
    private static final String KEYSTORE_PASSWORD = "SOAK_SCHEMA_REGISTRY_KEYSTORE_PASSWORD";
    private static final String DEFAULT_BROKERS = "127.0.0.1:9092";
    private static final String DEFAULT_REGISTRY = "http://127.0.0.1:8081";
    private static final String TOKEN = "SOAK_SCHEMA_REGISTRY_TOKEN";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Kafka brokers (or SOAK_BOOTSTRAP_SERVERS, or in the file of --command-config; default:" + " "
                    + DEFAULT_BROKERS + ").")
    private Optional<String> bootstrapServers = Optional.empty();

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            description = "Root of a registry's Confluent API (or SOAK_SCHEMA_REGISTRY; default: " + DEFAULT_REGISTRY
                    + "). Credentials from " + USER + " and " + PASSWORD + ", or " + TOKEN + "; TLS from " + TRUSTSTORE
                    + ", " + TRUSTSTORE_PASSWORD + ", " + KEYSTORE + " and " + KEYSTORE_PASSWORD + ".")
    private Optional<String> schemaRegistry = Optional.empty();

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties for the Kafka clients, such as TLS and SASL.")
    private Optional<Path> commandConfig = Optional.empty();

    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            description = "Prefix of every topic (or SOAK_TOPIC_PREFIX; default: " + Topics.DEFAULT_PREFIX + ").")
    private Optional<String> topicPrefix = Optional.empty();

    private final RegistryTimeouts timeouts;

    private SchemaRegistry registry;

    /** For what runs on, and outlives an outage. */
    Connection() {
        this(RegistryTimeouts.defaults());
    }

    private Connection(RegistryTimeouts timeouts) {
        this.timeouts = timeouts;
    }

    /** For a command that somebody waits for: it waits for a registry as long as for a broker. */
    static Connection impatient() {
        return new Connection(RegistryTimeouts.defaults().withPatience(TopicPreflight.PATIENCE));
    }

    /** Adds the flags to a command that does not have them by annotation. */
    void addTo(CommandSpec command) {
        command.addMixin("connection", CommandSpec.forAnnotatedObject(this));
        spec = command;
    }

    @Override
    public Map<String, Object> clientProperties() {
        Map<String, Object> properties = new HashMap<>();
        commandConfig.ifPresent(file -> load(file).forEach((key, value) -> properties.put((String) key, value)));
        setting(bootstrapServers, "SOAK_BOOTSTRAP_SERVERS")
                .ifPresent(servers -> properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers));
        properties.putIfAbsent(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, DEFAULT_BROKERS);
        return properties;
    }

    /** A flag, or else the environment. Not shown as a default in the help: what is in the environment may be secret. */
    private static Optional<String> setting(Optional<String> flag, String variable) {
        return flag.or(() -> Optional.ofNullable(System.getenv(variable)));
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
            registry = connect();
        }
        return registry;
    }

    private SchemaRegistry connect() {
        URI url = registryUrl();
        try {
            return new HttpSchemaRegistry(RegistryConfig.of(url)
                    .withCredentials(credentials())
                    .withTls(tls())
                    .withTimeouts(timeouts));
        } catch (IllegalArgumentException invalid) {
            // Its message never repeats the URL, in which there may be a password.
            throw new ParameterException(spec.commandLine(), "--schema-registry: " + invalid.getMessage(), invalid);
        }
    }

    private URI registryUrl() {
        try {
            return new URI(setting(schemaRegistry, "SOAK_SCHEMA_REGISTRY").orElse(DEFAULT_REGISTRY));
        } catch (URISyntaxException notAUrl) {
            throw new ParameterException(spec.commandLine(), "--schema-registry: not a URL");
        }
    }

    private static RegistryTls tls() {
        return new RegistryTls(
                path(TRUSTSTORE), System.getenv(TRUSTSTORE_PASSWORD), path(KEYSTORE), System.getenv(KEYSTORE_PASSWORD));
    }

    private static Path path(String variable) {
        String text = System.getenv(variable);
        return text == null ? null : Path.of(text);
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
        try {
            return new Topics(setting(topicPrefix, "SOAK_TOPIC_PREFIX").orElse(Topics.DEFAULT_PREFIX));
        } catch (IllegalArgumentException invalid) {
            throw new ParameterException(spec.commandLine(), "--topic-prefix: " + invalid.getMessage(), invalid);
        }
    }

    @Override
    public synchronized void close() {
        if (registry != null) {
            registry.close();
        }
    }
}
