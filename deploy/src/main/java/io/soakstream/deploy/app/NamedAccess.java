package io.soakstream.deploy.app;

import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The access of a stream that other instances are to find.
 *
 * @param address {@code host:port} by which they reach it
 */
record NamedAccess(KafkaAccess access, String address) implements KafkaAccess {
    @Override
    public Map<String, Object> clientProperties() {
        Map<String, Object> properties = new HashMap<>(access.clientProperties());
        properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, address);
        return properties;
    }

    @Override
    public SchemaRegistry registry() {
        return access.registry();
    }

    @Override
    public Topics topics() {
        return access.topics();
    }
}
