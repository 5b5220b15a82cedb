package io.soakstream.deploy.proof;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A broker that is found again at the same address, with the same data, whenever it comes back. */
public final class RestartableBroker implements AutoCloseable {
    private static final Duration START_WITHIN = Duration.ofSeconds(90);

    private final Path directory;
    private final int clients = freePort();
    private final int controller = freePort();
    private int lives;
    private SoakProcess process;

    RestartableBroker(Path directory) {
        this.directory = directory;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
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
