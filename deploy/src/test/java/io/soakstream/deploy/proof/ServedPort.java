package io.soakstream.deploy.proof;

import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.fixture.FixedPort;
import io.soakstream.deploy.fixture.Line;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code soak produce serve} in a process of its own, found again at the same address whenever it comes back. */
final class ServedPort implements AutoCloseable {
    private static final Duration START_WITHIN = Duration.ofSeconds(90);

    private final Line line;
    private final Path directory;
    private final int port = FixedPort.next();
    private int lives;
    private SoakProcess process;

    ServedPort(Line line, Path directory) {
        this.line = line;
        this.directory = directory;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Returns when it listens. */
    void start() {
        lives++;
        process = SoakProcess.start(
                "io.soakstream.deploy.app.SoakCli",
                List.of(
                        "produce",
                        "serve",
                        "--port=" + port,
                        "--bootstrap-servers=" + line.bootstrapServers(),
                        "--schema-registry=" + line.registryUrl(),
                        "--topic-prefix=" + line.topics().prefix()),
                directory.resolve("server-" + lives + ".log"));
        await("server").atMost(START_WITHIN).until(() -> process.says("listening on "));
    }

    /** SIGKILL when so much time has passed; returns when it is gone. */
    void killAfter(Duration delay) {
        process.killAfter(delay);
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
