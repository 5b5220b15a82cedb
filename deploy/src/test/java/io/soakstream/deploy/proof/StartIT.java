package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.deploy.fixture.SoakCluster;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.runtime.StoreKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How {@code soak start} begins and ends, as a process. */
class StartIT {
    /** What the manifests and the service units grant before they kill. */
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(45);
    /** Far shorter than the session: a group that is empty by then was left. */
    private static final Duration LEFT_WITHIN = Duration.ofSeconds(60);

    private static final Duration STAYS = Duration.ofSeconds(5);
    private static final Duration SESSION = Duration.ofMinutes(5);
    /** Longer than the test: what ends a transaction is not the interval. */
    private static final Duration COMMIT = Duration.ofMinutes(5);

    private ProofCluster cluster;

    @BeforeEach
    void connect() {
        SoakCluster shared = SharedCluster.get();
        cluster = ProofCluster.connect("start", shared.bootstrapServers(), shared.registryUrl());
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void shouldRefuseTopicsThatCannotBeWrittenUnlessForced() {
        // Given
        Site site = cluster.site("start-refused");
        alter(site.topics().verdicts().name(), TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        try (Pipeline pipeline = new Pipeline(cluster, site)) {
            Instance gate = pipeline.add(Instance.ofCommand(App.GATE, App.GATE.word(), site));

            // When
            gate.start(settings(), StoreKind.MEMORY);
            int exitCode = gate.process().awaitEnd(ENDS_WITHIN);

            // Then
            assertThat(exitCode).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(gate.process().output().lines()).anySatisfy(line -> assertThat(line)
                    .startsWith("soak: refused: ")
                    .contains(site.topics().verdicts().name()));
            gate.start(settings(), StoreKind.MEMORY, "--force");
            gate.awaitRunning();
        }
    }

    @Test
    void shouldLeaveItsGroupAndNoTransactionWhenAskedToEnd() {
        // Given
        Site site = cluster.site("start-dynamic");
        try (Pipeline pipeline = new Pipeline(cluster, site)) {
            Instance tuner = startInTransaction(pipeline, settings());

            // When
            tuner.process().askToEnd();
            tuner.process().awaitEnd(ENDS_WITHIN);

            // Then
            await("the group is left")
                    .atMost(LEFT_WITHIN)
                    .until(() -> pipeline.group(App.TUNER).members().isEmpty());
            pipeline.transactions().requireNoneUnfinished(site.topics().prefix());
        }
    }

    @Test
    void shouldStayAMemberWhenAskedToEndWithANameOfItsOwn() {
        // Given
        Site site = cluster.site("start-static");
        try (Pipeline pipeline = new Pipeline(cluster, site)) {
            Instance tuner =
                    startInTransaction(pipeline, settings().with(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "tuner"));

            // When
            tuner.process().askToEnd();
            tuner.process().awaitEnd(ENDS_WITHIN);

            // Then
            await("still a member")
                    .during(STAYS)
                    .atMost(ENDS_WITHIN)
                    .until(() -> pipeline.group(App.TUNER).members().size() == 1);
            pipeline.transactions().requireNoneUnfinished(site.topics().prefix());
        }
    }

    /** With the default stores; it has written output and committed nothing of it. */
    private Instance startInTransaction(Pipeline pipeline, StreamSettings settings) {
        Site site = pipeline.site();
        Instance tuner = pipeline.add(Instance.ofCommand(App.TUNER, App.TUNER.word(), site));
        tuner.start(settings, StoreKind.MEMORY);
        tuner.awaitRunning();
        try (EventFeeder feeder = new EventFeeder(
                site,
                cluster.registry(),
                cluster.script(ProofOptions.fixedSeed(), 3).events())) {
            feeder.finish();
        }
        await("a transaction open").atMost(ENDS_WITHIN).until(() -> pipeline.open(tuner)
                .isPresent());
        return tuner;
    }

    private static StreamSettings settings() {
        return StreamSettings.of(COMMIT).withSession(SESSION).withTransaction(COMMIT.multipliedBy(2));
    }

    private void alter(String topic, String name, String value) {
        Answer.of(cluster.admin()
                .incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic),
                        List.of(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET))))
                .all());
    }
}
