package io.soakstream.deploy.app;

import io.soakstream.deploy.local.LocalCluster;
import io.soakstream.schemas.registry.HttpSchemaRegistry;
import io.soakstream.schemas.registry.RegistryConfig;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.topic.Topics;
import java.net.URI;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/** Access to the local cluster of this process. */
final class LocalAccess implements KafkaAccess, AutoCloseable {
    private static final int SESSION_TIMEOUT_MS = 6000;

    private final String bootstrapServers;
    private final SchemaRegistry registry;
    private final Topics topics;

    LocalAccess(LocalCluster cluster, Topics topics) {
        this.bootstrapServers = cluster.bootstrapServers();
        this.registry = new HttpSchemaRegistry(RegistryConfig.of(URI.create(cluster.registryUrl())));
        this.topics = topics;
    }

    @Override
    public Map<String, Object> clientProperties() {
        // A demo that was killed leaves members behind, and the next one on its data waits for them to time out.
        return Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                CommonClientConfigs.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS,
                CommonClientConfigs.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_TIMEOUT_MS / 3);
    }

    @Override
    public SchemaRegistry registry() {
        return registry;
    }

    @Override
    public Topics topics() {
        return topics;
    }

    @Override
    public void close() {
        registry.close();
    }
}
