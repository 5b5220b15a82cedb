package io.soakstream.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.soakstream.deploy.fixture.FixedPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

class EmbeddedKafkaIT {
    private static final String TOPIC = "soak.events.v1";

    /** Long for a broker that has failed, and shorter than one that is well is given. */
    private static final Duration SOON = Duration.ofSeconds(15);

    /** Nobody deletes it under a failed broker, which may still be at work when a test is over. */
    @TempDir(factory = BelowBuildDirectory.class, cleanup = CleanupMode.NEVER)
    private Path dir;

    /** Gone with the next clean build. */
    static final class BelowBuildDirectory implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "embedded-kafka")), "broker");
        }
    }

    @Test
    void shouldTakeOtherPortsWhenTheChosenOnesAreTaken() throws IOException {
        // Given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int[] free = {FixedPort.next(), FixedPort.next()};
            Deque<int[]> choices = new ArrayDeque<>(List.of(
                    new int[] {taken.getLocalPort(), free[1]}, new int[] {free[0], taken.getLocalPort()}, free));

            // When
            try (EmbeddedKafka kafka = EmbeddedKafka.start(dir, choices::remove)) {
                // Then
                assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + free[0]);
                assertThat(kafka.failure()).isNotDone();
            }
        }
    }

    @Test
    void shouldReportAHaltInsteadOfDying() {
        // Given
        try (EmbeddedKafka kafka = EmbeddedKafka.start(dir)) {
            // When
            Throwable inTheBroker = catchThrowable(() -> Exit.halt(1, "metadata log is broken"));

            // Then
            assertThat(inTheBroker).isInstanceOf(BrokerFaultException.class);
            assertThat(kafka.failure())
                    .isCompletedWithValueMatching(
                            fault -> fault.status() == 1 && fault.getMessage().contains("metadata log is broken"));
        }
    }

    @Test
    void shouldReportAnExitInsteadOfDying() {
        // Given
        try (EmbeddedKafka kafka = EmbeddedKafka.start(dir)) {
            // When
            Throwable inTheBroker = catchThrowable(() -> Exit.exit(3));

            // Then
            assertThat(inTheBroker).isInstanceOf(BrokerFaultException.class);
            assertThat(kafka.failure()).isCompletedWithValueMatching(fault -> fault.status() == 3);
        }
    }

    @Test
    void shouldSurviveTheLossOfItsLogDirectory() throws Exception {
        // Given
        EmbeddedKafka kafka = EmbeddedKafka.start(dir.resolve("broker"));
        try (kafka;
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            Files.move(dir.resolve("broker"), dir.resolve("gone"));

            // When
            admin.createTopics(List.of(TopicProvisionerIT.topic(TOPIC, 1, Map.of())))
                    .values();

            // Then
            assertThat(kafka.failure().get(30, TimeUnit.SECONDS).status()).isEqualTo(1);
        }
    }

    @Test
    void shouldCloseSoonAfterAFault() {
        // Given
        EmbeddedKafka kafka = EmbeddedKafka.start(dir);
        assertThatThrownBy(() -> Exit.halt(1)).isInstanceOf(BrokerFaultException.class);
        long begin = System.nanoTime();

        // When
        kafka.close();

        // Then
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.println("failed broker closed in " + took.toMillis() + " ms");
        assertThat(took).isLessThan(SOON);
    }

    @Test
    void shouldKeepItsRecordsOverARestart() {
        // Given
        byte[] value = "value".getBytes(StandardCharsets.UTF_8);
        try (EmbeddedKafka first = EmbeddedKafka.start(dir);
                Admin admin = Admin.create(Map.of("bootstrap.servers", first.bootstrapServers()))) {
            TopicProvisionerIT.create(admin, TOPIC, 1, Map.of());
            Records.commit(first.bootstrapServers(), TOPIC, value);
        }

        // When
        long begin = System.nanoTime();
        try (EmbeddedKafka second = EmbeddedKafka.start(dir)) {
            System.out.println("broker restarted in " + (System.nanoTime() - begin) / 1_000_000 + " ms");

            // Then
            assertThat(Records.committed(second.bootstrapServers(), TOPIC, 1)).containsExactly(value);
        }
    }
}
