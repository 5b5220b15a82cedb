package io.soakstream.deploy.proof;

import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.fixture.FixedPort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A broker that is found again at the same address, with the same data, whenever it comes back. */
public final class RestartableBroker implements AutoCloseable {
    private static final Duration START_WITHIN = Duration.ofSeconds(90);

    private final Path directory;
    private final int clients = FixedPort.next();
    private final int controller = FixedPort.next();
    private int lives;
    private SoakProcess process;

    RestartableBroker(Path directory) {
        this.directory = directory;
    }

    /** Returns when it answers. */
    public void start() {
        lives++;
        process = SoakProcess.start(
                BrokerProcess.class.getName(),
                List.of(
                        directory.resolve("broker").toString(),
                        Integer.toString(clients),
                        Integer.toString(controller)),
                directory.resolve("broker-" + lives + ".log"));
        await("broker").atMost(START_WITHIN).until(() -> process.says(BrokerProcess.READY));
    }

    /** In order: it tells its controller and writes what it has. */
    void stop() throws IOException {
        process.endInput();
    }

    public void kill() {
        process.kill();
    }

    /** SIGKILL when so much time has passed; returns when it is gone. */
    void killAfter(Duration delay) {
        process.killAfter(delay);
    }

    long pid() {
        return process.pid();
    }

    String bootstrapServers() {
        return "127.0.0.1:" + clients;
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
