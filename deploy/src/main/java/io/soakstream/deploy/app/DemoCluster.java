package io.soakstream.deploy.app;

import io.soakstream.deploy.local.LocalCluster;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.topic.TopicProvisioner;
import io.soakstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;

/** What a demo runs on: a cluster of its own in this process, or one that is there already. */
interface DemoCluster extends AutoCloseable {
    KafkaAccess access();

    /** Where the streams keep their state. */
    Path stateDirectory();

    /** Where everything listens, a line each. */
    List<String> addresses();

    /** Completes with a message when the cluster can no longer work. */
    CompletableFuture<String> failure();

    @Override
    void close();

    /** A broker and a registry in and beside this process; without a directory their data is deleted at the end. */
    static DemoCluster local(Optional<Path> data, Shutdown shutdown) {
        Topics topics = Topics.standard();
        Path directory = data.orElseGet(() -> temporary("soak-local-", shutdown));
        LocalCluster cluster = LocalCluster.start(directory, data.isPresent(), topics);
        LocalAccess access = new LocalAccess(cluster, topics);
        return new DemoCluster() {
            @Override
            public KafkaAccess access() {
                return access;
            }

            @Override
            public Path stateDirectory() {
                return cluster.dataDirectory().resolve("streams");
            }

            @Override
            public List<String> addresses() {
                return List.of(
                        "Kafka     " + cluster.bootstrapServers()
                                + " (one broker: its data is safe from a crash of this"
                                + " process, not from the loss of the machine)",
                        "registry  " + cluster.registryUrl(),
                        "to use it from another terminal: export SOAK_BOOTSTRAP_SERVERS=" + cluster.bootstrapServers()
                                + " SOAK_SCHEMA_REGISTRY=" + cluster.registryUrl(),
                        "data      " + cluster.dataDirectory() + (data.isPresent() ? "" : " (deleted at the end)"));
            }

            @Override
            public CompletableFuture<String> failure() {
                return cluster.failure().thenApply(Throwable::getMessage);
            }

            @Override
            public void close() {
                access.close();
                cluster.close();
            }
        };
    }

    /** A cluster that is there already; the topics of the catalogue are created where they are missing. */
    static DemoCluster existing(Connection connection, Shutdown shutdown) {
        try (Admin admin = Admin.create(connection.clientProperties())) {
            new TopicProvisioner(TopicProvisioner.BROKER_DEFAULT).apply(admin, connection.topics());
        }
        Path state = temporary("soak-demo-", shutdown);
        return new DemoCluster() {
            @Override
            public KafkaAccess access() {
                return connection;
            }

            @Override
            public Path stateDirectory() {
                return state;
            }

            @Override
            public List<String> addresses() {
                return List.of("Kafka     " + connection.clientProperties().get("bootstrap.servers"));
            }

            @Override
            public CompletableFuture<String> failure() {
                return new CompletableFuture<>();
            }

            @Override
            public void close() {
                connection.close();
            }
        };
    }

    private static Path temporary(String prefix, Shutdown shutdown) {
        TemporaryDirectory directory = TemporaryDirectory.create(prefix);
        shutdown.add(directory);
        return directory.path();
    }
}
