package io.soakstream.deploy.proof;

import io.soakstream.gate.app.GateApp;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.topology.GateTopology;
import io.soakstream.schemas.registry.HttpSchemaRegistry;
import io.soakstream.schemas.registry.RegistryConfig;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.runtime.StreamsProperties;
import io.soakstream.schemas.runtime.StreamsRunner;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The gate without exactly-once, which no setting of the product can bring about: to show that the comparison notices.
 */
final class AtLeastOnceGate {
    private AtLeastOnceGate() {}

    /** Takes the flags of {@code soak start gate}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> flags = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--"))
                .map(argument -> argument.substring(2).split("=", 2))
                .collect(Collectors.toMap(flag -> flag[0], flag -> flag[1]));
        Topics topics = new Topics(flags.get("topic-prefix"));
        try (SchemaRegistry registry =
                        new HttpSchemaRegistry(RegistryConfig.of(URI.create(flags.get("schema-registry"))));
                StreamsRunner runner = new StreamsRunner(
                        GateApp.NAME,
                        GateTopology.build(GateConfig.defaults(), topics, new AvroSerdes(registry), StoreKind.ROCKSDB),
                        configuration(topics, flags),
                        Clock.systemUTC())) {
            System.exit(runner.start().awaitEnd());
        }
    }

    private static Map<String, Object> configuration(Topics topics, Map<String, String> flags) throws IOException {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(flags.get("command-config")))) {
            settings.load(file);
        }
        Map<String, Object> client = new HashMap<>();
        settings.forEach((key, value) -> client.put((String) key, value));
        client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, flags.get("bootstrap-servers"));
        Map<String, Object> configuration = StreamsProperties.of(
                topics.applicationId(GateApp.NAME),
                Path.of(flags.get("state-dir")).resolve("gate"),
                topics,
                client);
        configuration.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        return configuration;
    }
}
