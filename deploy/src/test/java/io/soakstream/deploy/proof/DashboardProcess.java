package io.soakstream.deploy.proof;

import io.soakstream.deploy.fixture.FixedPort;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.live.FoldedAnswers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code soak start all} with its dashboard in a process of its own, found again at the same address whenever it comes back. */
final class DashboardProcess implements AutoCloseable {
    private static final String SETTINGS = """
            session.timeout.ms=6000
            heartbeat.interval.ms=2000
            num.standby.replicas=1
            """;

    private final Line line;
    private final Path home;
    private final int port = FixedPort.next();
    private int lives;
    private SoakProcess process;

    DashboardProcess(Line line, Path home) {
        this.line = line;
        this.home = home;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Does not wait until it works. */
    void start() {
        lives++;
        process = SoakProcess.start(
                "io.soakstream.deploy.app.SoakCli",
                List.of(
                        "start",
                        "all",
                        "--http-port=" + port,
                        "--http-rate=1000000",
                        "--bootstrap-servers=" + line.bootstrapServers(),
                        "--schema-registry=" + line.registryUrl(),
                        "--topic-prefix=" + line.topics().prefix(),
                        "--command-config=" + settings(),
                        "--state-dir=" + home.resolve("state")),
                home.resolve("life-" + lives + ".log"));
    }

    private Path settings() {
        try {
            return Files.writeString(Files.createDirectories(home).resolve("client.properties"), SETTINGS);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    boolean isReady() {
        return FoldedAnswers.ask(url(), "/health/ready")
                .filter(answer -> answer.statusCode() == 200)
                .isPresent();
    }

    /** SIGKILL; returns when it is gone. */
    void kill() {
        process.kill();
    }

    /** What it has said in this life, for whoever asks why. */
    String output() {
        return process.output();
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
