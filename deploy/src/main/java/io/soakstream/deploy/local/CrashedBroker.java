package io.soakstream.deploy.local;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.utils.Time;

/**
 * Strikes a broker that was killed off the cluster before it starts again.
 *
 * <p>Otherwise the controller believes in the dead one until its session times out, and refuses the new one meanwhile.
 * The new broker loads its transactions at once and finds their partitions without a leader, which Kafka 4.3.1 takes for
 * deleted topics: it drops the commit markers that are still owed. Records that were acknowledged as committed would
 * then stay invisible for ever, and everything behind them.
 */
final class CrashedBroker {
    /** Written by a broker that stops in order, deleted by one that starts. */
    private static final String CLEAN_SHUTDOWN = ".kafka_cleanshutdown";

    private static final String METADATA_LOG = "__cluster_metadata-0";

    /** A controller that has not read its own log yet answers as one of a version that cannot be asked. */
    private static final RetryPolicy<Object> ONCE_LOADED = RetryPolicy.builder()
            .handle(UnsupportedVersionException.class)
            .withDelay(Duration.ofMillis(50))
            .withMaxRetries(-1)
            .withMaxDuration(Duration.ofSeconds(60))
            .build();

    private CrashedBroker() {}

    /** Whether the directory was left by a broker that did not stop in order. */
    static boolean left(Path logDir) {
        return Files.isDirectory(logDir.resolve(METADATA_LOG)) && !Files.exists(logDir.resolve(CLEAN_SHUTDOWN));
    }

    /**
     * Runs the controller alone for a moment and has it unregister the broker.
     *
     * @throws LocalStartException the controller does not answer
     */
    static void unregister(Path logDir, int controllerPort) {
        KafkaConfig config = new KafkaConfig(BrokerProperties.controllerOnly(logDir, controllerPort), false);
        KafkaRaftServer controller = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            controller.startup();
            unregister(BrokerProperties.address(controllerPort));
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    private static void unregister(String controller) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG, controller))) {
            Failsafe.with(ONCE_LOADED).run(() -> askToUnregister(admin));
        } catch (UnsupportedVersionException unloaded) {
            throw failure(unloaded);
        } catch (FailsafeException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptException(new InterruptedException("while the controller reads its log"));
        }
    }

    private static void askToUnregister(Admin admin) {
        try {
            admin.unregisterBroker(BrokerProperties.NODE_ID).all().get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnsupportedVersionException loading) {
                throw loading;
            }
            // It was killed before the controller had heard of it.
            if (!(failed.getCause() instanceof BrokerIdNotRegisteredException)) {
                throw failure(failed.getCause());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptException(interrupted);
        }
    }

    private static LocalStartException failure(Throwable cause) {
        return new LocalStartException("the killed broker cannot be unregistered: " + cause, cause);
    }
}
