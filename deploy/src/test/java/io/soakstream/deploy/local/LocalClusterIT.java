package io.soakstream.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.soakstream.schemas.topic.TopicProvisioner;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClusterIT {
    private static final Topics TOPICS = Topics.standard();
    private static final String TOPIC = TOPICS.deadLetters().name();
    private static final Duration START_TARGET = Duration.ofSeconds(15);
    /** On a machine that does other things too. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path dir;

    @Test
    void shouldStartWithTheTopicsOfTheCatalogue() {
        // Given
        long begin = System.nanoTime();

        // When
        try (LocalCluster cluster = LocalCluster.start(dir.resolve("run"), true, TOPICS)) {
            Duration took = Duration.ofNanos(System.nanoTime() - begin);

            // Then
            System.out.println(
                    "local cluster started in " + took.toMillis() + " ms, target " + START_TARGET.toMillis() + " ms");
            assertThat(took).isLessThan(PATIENCE);
            assertThat(findings(cluster)).isEmpty();
        }
    }

    @Test
    void shouldShowCommittedRecordsOnly() {
        // Given
        try (LocalCluster cluster = LocalCluster.start(dir, true, TOPICS)) {
            Records.abort(cluster.bootstrapServers(), TOPIC, bytes("aborted"));

            // When
            Records.commit(cluster.bootstrapServers(), TOPIC, bytes("committed"));

            // Then
            assertThat(Records.committed(cluster.bootstrapServers(), TOPIC, 1)).containsExactly(bytes("committed"));
        }
    }

    @Test
    void shouldDecodeOldRecordsAfterARestartOnTheSameDirectory() throws IOException {
        // Given
        GenericRecord written = WireRecords.sample();
        try (LocalCluster cluster = LocalCluster.start(dir, true, TOPICS)) {
            Records.commit(cluster.bootstrapServers(), TOPIC, WireRecords.encode(cluster.registryUrl(), written));
        }

        // When
        try (LocalCluster cluster = LocalCluster.start(dir, true, TOPICS)) {
            List<byte[]> values = Records.committed(cluster.bootstrapServers(), TOPIC, 1);

            // Then
            assertThat(values).hasSize(1);
            assertThat(WireRecords.decode(cluster.registryUrl(), values.get(0))).isEqualTo(written);
            assertThat(WireRecords.encode(cluster.registryUrl(), written)).isEqualTo(values.get(0));
        }
    }

    @Test
    void shouldKeepRecordsAndSchemaIdsWhenTheProcessIsKilled() throws IOException {
        // Given
        GenericRecord written = WireRecords.sample();
        byte[] encoded;
        try (ForkedCluster killed = ForkedCluster.start(dir)) {
            encoded = WireRecords.encode(killed.registryUrl(), written);
            Records.commit(killed.bootstrapServers(), TOPIC, encoded);

            // When
            killed.kill();
            await().atMost(PATIENCE).until(() -> !killed.registry().isAlive());
        }

        // Then
        long begin = System.nanoTime();
        try (LocalCluster cluster = LocalCluster.start(dir, true, TOPICS)) {
            System.out.println(
                    "local cluster started after a kill in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
            assertThat(Records.committed(cluster.bootstrapServers(), TOPIC, 1)).containsExactly(encoded);
            assertThat(WireRecords.decode(cluster.registryUrl(), encoded)).isEqualTo(written);
        }
    }

    @Test
    void shouldRefuseADirectoryThatAnotherProcessUses() throws Exception {
        // Given
        try (LocalCluster cluster = LocalCluster.start(dir, true, TOPICS)) {
            // When
            Process second = ForkedCluster.launch(cluster.dataDirectory());
            await("its end").atMost(PATIENCE).until(() -> !second.isAlive());
            String output = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            // Then
            assertThat(second.exitValue()).isNotZero();
            assertThat(output)
                    .contains("is in use by process " + ProcessHandle.current().pid()
                            + ": stop it, or choose another directory");
        }
    }

    @Test
    void shouldLeaveNothingBehindWhenTemporary() {
        // Given
        LocalCluster cluster = LocalCluster.startTemporary(TOPICS);
        Path data = cluster.dataDirectory();

        // When
        cluster.close();
        cluster.close();

        // Then
        assertThat(data).doesNotExist();
    }

    @Test
    void shouldKeepItsDataFromOtherUsers() throws IOException {
        // Given
        Path data = dir.resolve("run");

        // When
        try (LocalCluster cluster = LocalCluster.start(data, true, TOPICS)) {
            // Then
            for (Path part : List.of(data, data.resolve("broker"), data.resolve("registry"))) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(part)))
                        .isEqualTo("rwx------");
            }
            assertThat(cluster.bootstrapServers()).startsWith("127.0.0.1:");
        }
    }

    @Test
    void shouldRefuseADirectoryWithTopicsOfAnotherShape() {
        // Given
        try (EmbeddedKafka kafka = EmbeddedKafka.start(dir.resolve("broker"));
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            TopicProvisionerIT.create(admin, TOPICS.events().name(), 1, Map.of());
        }

        // When
        Throwable refusal = catchThrowable(() -> LocalCluster.start(dir, true, TOPICS));

        // Then
        assertThat(refusal)
                .isInstanceOf(TopicProvisioner.PartitionMismatchException.class)
                .hasMessageContaining("soak.events.v1: partitions is 1, expected 4");
    }

    private static List<TopicProvisioner.Finding> findings(LocalCluster cluster) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            return new TopicProvisioner(TopicProvisioner.BROKER_DEFAULT).verify(admin, TOPICS);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
