package io.soakstream.deploy.local;

import io.soakstream.schemas.topic.TopicProvisioner;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything the pipeline needs, on this machine: a broker with the topics of the catalogue, and a schema registry.
 *
 * <p>{@link #close()} is safe to call from a shutdown hook and more than once; the owner installs the hook, as it alone
 * knows what must be drained before.
 */
public final class LocalCluster implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(LocalCluster.class);

    private final DataDirectory data;
    private final EmbeddedKafka kafka;
    private final EmbeddedRegistry registry;
    private boolean closed;

    private LocalCluster(DataDirectory data, EmbeddedKafka kafka, EmbeddedRegistry registry) {
        this.data = data;
        this.kafka = kafka;
        this.registry = registry;
    }

    /**
     * Starts on a new directory below the system's temporary one, deleted by {@link #close()}.
     *
     * @throws LocalStartException broker or registry cannot start
     */
    public static LocalCluster startTemporary(Topics topics) {
        try {
            return start(Files.createTempDirectory("soak-local-"), false, topics);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot create a temporary directory", failed);
        }
    }

    /**
     * Starts broker and registry side by side, then prepares the topics.
     *
     * @param dataDir created when missing; a used one brings back its records and schema ids
     * @param keep whether the data stays after {@link #close()}
     * @throws LocalStartException broker or registry cannot start, or another process uses the directory
     * @throws TopicProvisioner.PartitionMismatchException the directory has topics of another shape
     */
    public static LocalCluster start(Path dataDir, boolean keep, Topics topics) {
        DataDirectory data = DataDirectory.open(dataDir, keep);
        LOGGER.atInfo()
                .addKeyValue("data", data.path())
                .log("starting one local broker: exactly-once holds if this process crashes,"
                        + " not if this machine or its disk is lost");
        LocalCluster cluster = startBoth(data);
        try {
            cluster.provision(topics);
            return cluster;
        } catch (RuntimeException failed) {
            cluster.close();
            throw failed;
        }
    }

    /** What clients give as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** What clients give as {@code schema.registry.url}. */
    public String registryUrl() {
        return registry.url();
    }

    /** Where the data is. */
    public Path dataDirectory() {
        return data.path();
    }

    /** Completes when the broker can no longer work; see {@link EmbeddedKafka#failure()}. */
    public CompletableFuture<BrokerFaultException> failure() {
        return kafka.failure();
    }

    /** Stops the broker, then the registry, which clients may ask until the last record; then lets go of the data. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        closeAll(kafka, registry, data);
    }

    private static LocalCluster startBoth(DataDirectory data) {
        CompletableFuture<EmbeddedRegistry> registry =
                CompletableFuture.supplyAsync(() -> EmbeddedRegistry.start(data.registry()), LocalCluster::thread);
        EmbeddedKafka kafka;
        try {
            kafka = EmbeddedKafka.start(data.broker());
        } catch (RuntimeException failed) {
            registry.handle((started, alsoFailed) -> started)
                    .thenAccept(started -> closeAll(started, data))
                    .join();
            throw failed;
        }
        try {
            return new LocalCluster(data, kafka, registry.join());
        } catch (CompletionException failed) {
            closeAll(kafka, data);
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void provision(Topics topics) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            new TopicProvisioner(TopicProvisioner.BROKER_DEFAULT).apply(admin, topics);
        }
    }

    /** A thread of its own: the common pool has none to spare on a machine with two cores. */
    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "local-registry-start");
        thread.setDaemon(true);
        thread.start();
    }

    /** Closes each, whatever happens to the others; data that cannot be deleted is no reason to fail a finished run. */
    private static void closeAll(AutoCloseable... parts) {
        for (AutoCloseable part : parts) {
            try {
                if (part != null) {
                    part.close();
                }
            } catch (Exception failed) {
                LOGGER.warn("could not close a part of the local cluster", failed);
            }
        }
    }
}
