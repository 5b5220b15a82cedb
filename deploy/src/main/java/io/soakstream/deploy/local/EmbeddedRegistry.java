package io.soakstream.deploy.local;

import io.soakstream.schemas.registry.Compatibility;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real schema registry, Apicurio's, as a child process on loopback.
 *
 * <p>Its schemas and ids are in a file database of the directory, written at every commit: the same ids come back after
 * a stop, and after a crash. The process ends with {@link #close()} and with this JVM, however that ends; see {@link
 * ParentWatch}.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(EmbeddedRegistry.class);
    private static final Compatibility GLOBAL_RULE = Compatibility.FULL_TRANSITIVE;
    private static final int START_ATTEMPTS = 5;
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(25);

    private final Process process;
    private final RegistryLog log;
    private final String url;

    private EmbeddedRegistry(Process process, RegistryLog log, String url) {
        this.process = process;
        this.log = log;
        this.url = url;
    }

    /**
     * Starts the registry; it answers when this returns, and refuses incompatible schemas.
     *
     * @param directory for its database and log; created with mode 0700, or one that was used before
     * @throws LocalStartException it is not installed, ends at once, or does not answer within a minute
     */
    public static EmbeddedRegistry start(Path directory) {
        Path home = PrivateDirectory.create(directory);
        Path runner = RegistryDistribution.runner();
        for (int attempt = 1; ; attempt++) {
            try {
                return launch(runner, home);
            } catch (BusyException busy) {
                if (attempt == START_ATTEMPTS) {
                    throw new LocalStartException(busy.getMessage(), busy);
                }
                LOGGER.debug("trying again", busy);
            } catch (IOException failed) {
                throw new LocalStartException("the schema registry cannot start: " + failed.getMessage(), failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new LocalStartException("interrupted while the schema registry started", interrupted);
            }
        }
    }

    private static EmbeddedRegistry launch(Path runner, Path home) throws IOException, InterruptedException {
        int port = FreePorts.one();
        String marker = UUID.randomUUID().toString();
        RegistryLog log = RegistryLog.in(home);
        Process process = new ProcessBuilder(RegistryCommand.of(runner, home, port, marker))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.redirect())
                .start();
        EmbeddedRegistry registry = new EmbeddedRegistry(process, log, "http://127.0.0.1:" + port + "/apis/ccompat/v7");
        try {
            registry.prepare(marker);
            return registry;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            registry.close();
            throw failed;
        }
    }

    /** What clients give as {@code schema.registry.url}. */
    public String url() {
        return url;
    }

    /** Stops the process, by force when it takes long; a second call does nothing. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** For tests that kill it. */
    ProcessHandle process() {
        return process.toHandle();
    }

    private void prepare(String marker) throws IOException, InterruptedException {
        RegistryProbe probe = new RegistryProbe(url);
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!probe.answers(marker)) {
            if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ended();
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("no answer after " + READY_WITHIN + log.tail());
            }
        }
        probe.setGlobalCompatibility(GLOBAL_RULE);
    }

    /** The port was taken meanwhile, or the process of a killed owner is about to let go of the database. */
    private IOException ended() throws IOException {
        String message = "it ended with status " + process.exitValue() + log.tail();
        return log.says("in use") ? new BusyException(message) : new IOException(message);
    }

    private static final class BusyException extends IOException {
        BusyException(String message) {
            super(message);
        }
    }
}
