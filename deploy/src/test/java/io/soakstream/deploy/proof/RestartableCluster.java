package io.soakstream.deploy.proof;

import io.soakstream.deploy.fixture.SoakCluster;
import io.soakstream.deploy.local.EmbeddedRegistry;
import java.nio.file.Path;

/** A cluster whose broker can be killed. */
public record RestartableCluster(RestartableBroker broker, EmbeddedRegistry registry) implements SoakCluster {

    /** @param directory for data and logs */
    public static RestartableCluster start(Path directory) {
        EmbeddedRegistry registry = EmbeddedRegistry.start(directory.resolve("registry"));
        RestartableBroker broker = new RestartableBroker(directory);
        try {
            broker.start();
            return new RestartableCluster(broker, registry);
        } catch (RuntimeException failed) {
            broker.close();
            registry.close();
            throw failed;
        }
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public String registryUrl() {
        return registry.url();
    }

    @Override
    public void close() {
        broker.close();
        registry.close();
    }
}
