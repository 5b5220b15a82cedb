package io.soakstream.deploy.benchmark;

import io.soakstream.deploy.local.EmbeddedKafka;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.TopicProvisioner;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;

/** One embedded broker and a registry in memory, on a directory that is gone after close. */
final class BenchmarkBroker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path directory;
    private final EmbeddedKafka kafka;
    private final Admin admin;
    private final SchemaRegistry registry = new InMemorySchemaRegistry();
    private final AvroSerdes serdes = new AvroSerdes(registry);

    /** @param parent of the directory that everything is written to */
    BenchmarkBroker(Path parent) {
        try {
            this.directory = Files.createTempDirectory(parent, "soak-benchmark-");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write to " + parent, failed);
        }
        this.kafka = EmbeddedKafka.start(directory.resolve("broker"));
        this.admin = Admin.create(clientProperties());
    }

    Map<String, Object> clientProperties() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
    }

    AvroSerdes serdes() {
        return serdes;
    }

    /** How an app reaches these topics. */
    KafkaAccess access(Topics topics) {
        return new Access(clientProperties(), registry, topics);
    }

    private record Access(Map<String, Object> clientProperties, SchemaRegistry registry, Topics topics)
            implements KafkaAccess {}

    Path stateDirectory() {
        return directory.resolve("state");
    }

    /** A catalogue of topics, all of them new and empty. */
    Topics newTopics(String prefix) {
        Topics topics = new Topics(prefix);
        deleteWhere(name -> name.startsWith(prefix));
        new TopicProvisioner(TopicProvisioner.BROKER_DEFAULT).apply(admin, topics);
        return topics;
    }

    /** Makes a topic of the catalogue new and empty. */
    void empty(Topics topics, String topic) {
        deleteWhere(topic::equals);
        new TopicProvisioner(TopicProvisioner.BROKER_DEFAULT).apply(admin, topics);
    }

    void create(String topic, int partitions, Map<String, String> config) {
        get(admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(config)))
                .all());
        Awaitility.await().atMost(PATIENCE).until(() -> get(admin.listTopics().names())
                .contains(topic));
    }

    void deleteWhere(Predicate<String> condition) {
        Collection<String> names =
                get(admin.listTopics().names()).stream().filter(condition).toList();
        get(admin.deleteTopics(names).all());
        Awaitility.await().atMost(PATIENCE).until(() -> get(admin.listTopics().names()).stream()
                .noneMatch(condition));
    }

    /** What a group has committed, by partition. */
    Map<TopicPartition, Long> committed(String group) {
        return get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> offset(entry.getValue())));
    }

    private static Long offset(OffsetAndMetadata committed) {
        return committed.offset();
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause().toString(), failed);
        }
    }

    @Override
    public void close() {
        admin.close();
        kafka.close();
        try {
            Utils.delete(directory.toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot delete " + directory, failed);
        }
    }
}
