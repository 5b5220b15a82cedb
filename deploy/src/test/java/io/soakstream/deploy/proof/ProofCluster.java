package io.soakstream.deploy.proof;

import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.HttpSchemaRegistry;
import io.soakstream.schemas.registry.RegistryConfig;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.TopicProvisioner;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Our own connections to the broker and the registry of a proof.
 *
 * @param root site of the proof; its pipelines are below it
 */
record ProofCluster(Site root, Admin admin, SchemaRegistry registry) implements AutoCloseable {
    /** Below the build directory: logs and state stay there to be looked at until the next time. */
    static final Path REPORTS = Path.of("target", "proof").toAbsolutePath();

    static ProofCluster connect(String name, String bootstrapServers, String registryUrl) {
        Site root = new Site(bootstrapServers, registryUrl, new Topics(name + "."), REPORTS.resolve(name));
        SchemaRegistry registry = new HttpSchemaRegistry(RegistryConfig.of(URI.create(registryUrl)));
        new AvroSerdes(registry).of(SoakEvent.class).close();
        return new ProofCluster(
                root, Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers)), registry);
    }

    /** Made here and not before: Avro's builders refuse our record classes until a first serde has declared them. */
    EventScript script(long seed, int iterations) {
        return EventScript.of(seed, ProofOptions.RUNS, iterations);
    }

    /** A pipeline with topics and an empty directory of its own. */
    Site site(String name) {
        Site site = root.named(name);
        delete(site.directory());
        new TopicProvisioner(TopicProvisioner.BROKER_DEFAULT).apply(admin, site.topics());
        return site;
    }

    static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        admin.close();
        registry.close();
    }
}
