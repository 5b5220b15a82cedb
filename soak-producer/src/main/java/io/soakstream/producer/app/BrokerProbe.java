package io.soakstream.producer.app;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.errors.InterruptException;

/** Asks the cluster whether it is there; one answer serves all who ask within a second. */
public final class BrokerProbe implements Reachability {
    private static final int PATIENCE_MS = 3_000;
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Admin admin;
    private final Object address;
    private Optional<String> answer = Optional.empty();
    private long askedAt = System.nanoTime() - FRESH_NANOS;

    public BrokerProbe(Map<String, Object> connection) {
        this.admin = Admin.create(connection);
        this.address = connection.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    }

    @Override
    public synchronized Optional<String> get() {
        if (System.nanoTime() - askedAt >= FRESH_NANOS) {
            answer = ask();
            askedAt = System.nanoTime();
        }
        return answer;
    }

    private Optional<String> ask() {
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MS))
                    .nodes()
                    .get();
            return Optional.empty();
        } catch (ExecutionException failed) {
            return Optional.of("no Kafka broker answers at " + address + ": "
                    + failed.getCause().getMessage());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofMillis(PATIENCE_MS));
    }
}
