package io.soakstream.producer.client;

import io.soakstream.schemas.registry.RegistryConfig;
import io.soakstream.schemas.topic.Topics;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Where the broker and the registry are.
 *
 * @param clientProperties properties of the Kafka clients: bootstrap servers, and whatever security needs
 * @param registry how the schema registry is reached
 * @param topics names of the topics
 */
public record SoakConnection(Map<String, Object> clientProperties, RegistryConfig registry, Topics topics) {
    public SoakConnection {
        clientProperties = Map.copyOf(clientProperties);
    }

    /**
     * Without authentication, on topics with the usual prefix.
     *
     * @param bootstrapServers brokers, {@code host:port} separated by commas
     * @param registryUrl root of the registry's Confluent API
     * @throws IllegalArgumentException the URL cannot be used
     */
    public static SoakConnection to(String bootstrapServers, String registryUrl) {
        return new SoakConnection(
                Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                RegistryConfig.of(URI.create(registryUrl)),
                Topics.standard());
    }

    /** With more properties of the Kafka clients, such as TLS and SASL. */
    public SoakConnection withClientProperties(Map<String, ?> more) {
        Map<String, Object> properties = new HashMap<>(clientProperties);
        properties.putAll(more);
        return new SoakConnection(properties, registry, topics);
    }

    public SoakConnection withRegistry(RegistryConfig other) {
        return new SoakConnection(clientProperties, other, topics);
    }

    /** @throws IllegalArgumentException the prefix cannot begin the name of a topic */
    public SoakConnection withTopicPrefix(String prefix) {
        return new SoakConnection(clientProperties, registry, new Topics(prefix));
    }
}
