package io.soakstream.deploy.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker and its controller in this JVM, on loopback only.
 *
 * <p>A single copy of every record: exactly-once holds when the process crashes, not when the machine or its disk is
 * lost. A start on a used directory brings back its topics, records, offsets and transactions.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(EmbeddedKafka.class);
    private static final int START_ATTEMPTS = 5;
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(20);
    /** A failed broker may wait minutes for its dead controller: what is on disk is all that will ever be. */
    private static final Duration CLOSE_FAILED_WITHIN = Duration.ofSeconds(2);

    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final CompletableFuture<BrokerFaultException> failure = new CompletableFuture<>();
    private final BrokerExit.Watcher watcher = this::onFault;
    private final AtomicBoolean closed = new AtomicBoolean();

    private volatile boolean started;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts a broker; it answers when this returns.
     *
     * @param directory for its logs; created with mode 0700, or one that a broker was started on before
     * @throws LocalStartException it cannot start on this directory
     */
    public static EmbeddedKafka start(Path directory) {
        QuietLogs.apply();
        return start(PrivateDirectory.create(directory), FreePorts::two);
    }

    /**
     * The same on given loopback ports: clients find it again after a restart.
     *
     * @throws LocalStartException it cannot start on this directory, or a port is taken
     */
    public static EmbeddedKafka start(Path directory, int clientPort, int controllerPort) {
        QuietLogs.apply();
        return start(PrivateDirectory.create(directory), () -> new int[] {clientPort, controllerPort});
    }

    /** @param ports gives a port for clients and one for the controller, once per attempt */
    static EmbeddedKafka start(Path logDir, Supplier<int[]> ports) {
        BrokerStorage.format(logDir);
        for (int attempt = 1; ; attempt++) {
            int[] chosen = ports.get();
            try {
                return launch(logDir, chosen);
            } catch (RuntimeException failed) {
                // The exception tells only sometimes that binding failed, depending on the listener; the ports always
                // do.
                if (attempt == START_ATTEMPTS || FreePorts.areFree(chosen)) {
                    throw new LocalStartException("the broker cannot start on " + logDir + ": " + failed, failed);
                }
                LOGGER.debug("a chosen port was taken meanwhile; trying others", failed);
            }
        }
    }

    private static EmbeddedKafka launch(Path logDir, int[] ports) {
        if (CrashedBroker.left(logDir)) {
            CrashedBroker.unregister(logDir, ports[1]);
        }
        KafkaConfig config = new KafkaConfig(BrokerProperties.of(logDir, ports[0], ports[1]), false);
        EmbeddedKafka kafka =
                new EmbeddedKafka(new KafkaRaftServer(config, Time.SYSTEM), BrokerProperties.address(ports[0]));
        BrokerExit.watch(kafka.watcher);
        try {
            kafka.server.startup();
            kafka.started = true;
            return kafka;
        } catch (RuntimeException failed) {
            // A half-started broker holds the lock of its directory.
            kafka.close();
            throw failed;
        }
    }

    /** What clients give as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * Completes, with the fault as its value, when the broker can no longer work. The owner then closes everything and
     * ends the process with a failure status; a start on the same directory recovers. Never completes otherwise.
     */
    public CompletableFuture<BrokerFaultException> failure() {
        return failure.copy();
    }

    /** Stops the broker in order, waiting a bounded time; a second call does nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        Thread stopper = new Thread(this::stop, "embedded-kafka-close");
        stopper.setDaemon(true);
        stopper.start();
        try {
            stopper.join((failure.isDone() ? CLOSE_FAILED_WITHIN : CLOSE_WITHIN).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (stopper.isAlive()) {
            LOGGER.warn("the embedded broker did not stop in time; its next start will check its logs");
        }
        BrokerExit.unwatch(watcher);
    }

    private void stop() {
        try {
            server.shutdown();
            server.awaitShutdown();
        } catch (RuntimeException failed) {
            LOGGER.warn("the embedded broker did not stop in order; its next start will check its logs", failed);
        }
    }

    /** Before the start is over its caller gets the exception, and the next attempt may succeed: nothing to log. */
    private void onFault(BrokerFaultException fault) {
        if (failure.complete(fault) && started) {
            LOGGER.atError().addKeyValue("status", fault.status()).log(fault.getMessage());
        }
    }
}
