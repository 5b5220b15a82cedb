package io.soakstream.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.soakstream.schemas.topic.Topic;
import io.soakstream.schemas.topic.TopicProvisioner;
import io.soakstream.schemas.topic.TopicProvisioner.Action;
import io.soakstream.schemas.topic.TopicProvisioner.Change;
import io.soakstream.schemas.topic.TopicProvisioner.Finding;
import io.soakstream.schemas.topic.TopicProvisioner.PartitionMismatchException;
import io.soakstream.schemas.topic.TopicProvisioner.Problem;
import io.soakstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicProvisionerIT {
    @TempDir
    private static Path dir;

    private static EmbeddedKafka kafka;
    private static Admin admin;

    private final TopicProvisioner provisioner = new TopicProvisioner((short) 1);

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(dir);
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        kafka.close();
    }

    @Test
    void shouldCreateWhatIsMissing() {
        // Given
        Topics topics = new Topics("create.");

        // When
        List<Change> changes = provisioner.apply(admin, topics);

        // Then
        assertThat(changes)
                .hasSameSizeAs(topics.all())
                .extracting(Change::action)
                .containsOnly(Action.CREATED);
        assertThat(provisioner.verify(admin, topics)).isEmpty();
    }

    @Test
    void shouldChangeNothingTheSecondTime() {
        // Given
        Topics topics = new Topics("twice.");
        provisioner.apply(admin, topics);

        // When
        List<Change> changes = provisioner.apply(admin, topics);

        // Then
        assertThat(changes).extracting(Change::action).containsOnly(Action.UNCHANGED);
    }

    @Test
    void shouldSetConfigurationsThatDiffer() {
        // Given
        Topics topics = new Topics("alter.");
        Topic<?> overrides = topics.overrides();
        create(admin, overrides.name(), overrides.partitions(), Map.of("retention.ms", "1000"));

        // When
        List<Change> changes = provisioner.apply(admin, topics);

        // Then
        assertThat(changes)
                .contains(new Change(
                        overrides.name(),
                        Action.ALTERED,
                        List.of("cleanup.policy", "max.message.bytes", "message.timestamp.type", "retention.ms")));
        assertThat(provisioner.verify(admin, topics)).isEmpty();
    }

    @Test
    void shouldTouchNothingWhenAPartitionCountDiffers() {
        // Given
        Topics topics = new Topics("partitions.");
        create(admin, topics.events().name(), 3, topics.events().config());

        // When
        // Then
        assertThatThrownBy(() -> provisioner.apply(admin, topics))
                .isInstanceOf(PartitionMismatchException.class)
                .hasMessageContaining("partitions.events.v1: partitions is 3, expected 4");
        assertThat(provisioner.verify(admin, topics))
                .contains(
                        new Finding("partitions.events.v1", Problem.PARTITIONS, "partitions", "4", "3"),
                        new Finding("partitions.verdicts.v1", Problem.MISSING, "topic", "present", "missing"));
    }

    @Test
    void shouldNoticeTheShapeOfATopicCreatedAtTheSameMoment() {
        // Given
        Topics topics = new Topics("race.");
        admin.createTopics(List.of(topic(topics.events().name(), 3, Map.of()))).values();

        // When
        // Then
        assertThatThrownBy(() -> provisioner.apply(admin, topics))
                .isInstanceOf(PartitionMismatchException.class)
                .hasMessageContaining("race.events.v1: partitions is 3, expected 4");
    }

    @Test
    void shouldFindWithoutChanging() {
        // Given
        Topics topics = new Topics("verify.");
        provisioner.verify(admin, topics);

        // When
        List<Finding> findings = provisioner.verify(admin, topics);

        // Then
        assertThat(findings)
                .hasSameSizeAs(topics.all())
                .extracting(Finding::problem)
                .containsOnly(Problem.MISSING);
    }

    @Test
    void shouldRefuseAReplicationFactorThatCannotBe() {
        // Given
        short none = 0;

        // When
        // Then
        assertThatThrownBy(() -> new TopicProvisioner(none)).hasMessageContaining("replication factor is 0");
    }

    static NewTopic topic(String name, int partitions, Map<String, String> config) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(config);
    }

    /** Returns when the broker shows the topic, which is a little after it exists. */
    static void create(Admin admin, String name, int partitions, Map<String, String> config) {
        admin.createTopics(List.of(topic(name, partitions, config)))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        await().until(() -> admin.listTopics().names().get().contains(name));
    }
}
