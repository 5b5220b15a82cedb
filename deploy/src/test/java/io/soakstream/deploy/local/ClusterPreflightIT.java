package io.soakstream.deploy.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.schemas.topic.AccessRule;
import io.soakstream.schemas.topic.ClusterPreflight;
import io.soakstream.schemas.topic.PreflightFinding;
import io.soakstream.schemas.topic.StreamIdentity;
import io.soakstream.schemas.topic.TopicProvisioner;
import io.soakstream.schemas.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The look at a cluster before a start, against a real broker. */
class ClusterPreflightIT {
    private final Topics topics = new Topics("pre" + UUID.randomUUID() + ".");
    private final StreamIdentity stream = new StreamIdentity(topics.applicationId("app"), topics.events(), "store");
    private final String changelog = topics.applicationId("app") + "-store-changelog";
    private final String bootstrapServers = SharedCluster.get().bootstrapServers();
    private final Map<String, Object> client = Map.of("bootstrap.servers", bootstrapServers);
    private final Admin admin = Admin.create(client);

    @BeforeEach
    void createTopics() {
        new TopicProvisioner(TopicProvisioner.BROKER_DEFAULT).apply(admin, topics);
    }

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void shouldFindNothingWrongWithAFreshCluster() {
        // When, Then
        assertThat(check(Clock.systemUTC())).isEmpty();
    }

    @Test
    void shouldRefuseWhatLosesRecordsAndWarnOfTheRest() throws Exception {
        // Given
        alter(topics.verdicts().name(), "min.insync.replicas", "2");
        alter(topics.decisions().name(), "retention.ms", "86400000");
        alter(topics.events().name(), "retention.ms", "86400000");

        // When
        List<PreflightFinding> findings = await().atMost(Duration.ofSeconds(60))
                .until(() -> check(Clock.systemUTC()), found -> found.size() == 3);

        // Then
        assertThat(messages(findings, PreflightFinding.Severity.REFUSE))
                .anyMatch(message -> message.contains("events.v1: retention.ms is 86400000"))
                .anyMatch(message -> message.contains("verdicts.v1 can never be written"))
                .hasSize(2);
        assertThat(messages(findings, PreflightFinding.Severity.WARN))
                .singleElement()
                .asString()
                .contains("decisions.v1: retention.ms is 86400000");
    }

    @Test
    void shouldSayAtOnceThatATopicHasOtherPartitions() {
        // Given
        Topics other = new Topics("pre" + UUID.randomUUID() + ".");
        TopicProvisionerIT.create(admin, other.events().name(), 2, Map.of());

        // When
        List<PreflightFinding> findings =
                new ClusterPreflight(other, onAll(other), Clock.systemUTC()).check(client, stream);

        // Then
        assertThat(messages(findings, PreflightFinding.Severity.REFUSE))
                .anyMatch(message -> message.contains("events.v1: partitions is 2, expected 4"));
    }

    private static List<String> messages(List<PreflightFinding> findings, PreflightFinding.Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .map(PreflightFinding::message)
                .toList();
    }

    @Test
    void shouldWarnOfAClockThatIsBehind() {
        // Given
        Records.commit(bootstrapServers, topics.events().name(), "event".getBytes(UTF_8));

        // When
        List<PreflightFinding> findings = check(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10)));

        // Then
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(PreflightFinding.Severity.WARN);
            assertThat(finding.message()).contains("behind the broker's");
        });
        assertThat(check(Clock.systemUTC())).isEmpty();
    }

    @Test
    void shouldRefuseAStreamWhoseOffsetsExpired() throws Exception {
        // Given
        TopicProvisionerIT.create(admin, changelog, topics.events().partitions(), Map.of());
        Records.commit(bootstrapServers, changelog, "state".getBytes(UTF_8));

        // When
        List<PreflightFinding> findings = check(Clock.systemUTC());

        // Then
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(PreflightFinding.Severity.REFUSE);
            assertThat(finding.message()).contains("has state but no committed offset", changelog);
        });
        commitOffsets();
        assertThat(check(Clock.systemUTC())).isEmpty();
    }

    @Test
    void shouldLetAStreamStartThatWasKilledBeforeItsFirstCommit() throws Exception {
        // Given
        TopicProvisionerIT.create(admin, changelog, topics.events().partitions(), Map.of());
        Records.abort(bootstrapServers, changelog, "state".getBytes(UTF_8));

        // When, Then
        assertThat(check(Clock.systemUTC())).isEmpty();
    }

    private List<PreflightFinding> check(Clock clock) {
        return new ClusterPreflight(topics, onAll(topics), clock).check(client, stream);
    }

    private static List<AccessRule> onAll(Topics topics) {
        return topics.all().stream().map(AccessRule::describe).toList();
    }

    private void commitOffsets() throws InterruptedException, ExecutionException {
        for (int partition : Set.of(0, 1, 2, 3)) {
            admin.alterConsumerGroupOffsets(
                            stream.applicationId(),
                            Map.of(new TopicPartition(topics.events().name(), partition), new OffsetAndMetadata(0)))
                    .all()
                    .get();
        }
    }

    private void alter(String topic, String name, String value) throws InterruptedException, ExecutionException {
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic),
                        List.of(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }
}
