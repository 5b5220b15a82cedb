package io.soakstream.deploy.proof;

import io.soakstream.deploy.fixture.Line;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two notifiers in processes of their own. */
final class NotifierInstances implements AutoCloseable {
    private static final int COUNT = 2;

    private final Line line;
    private final Path config;
    private final Path logs;
    private final List<SoakProcess> running = new ArrayList<>();
    private int lives;

    NotifierInstances(Line line, Path config, Path logs) {
        this.line = line;
        this.config = config;
        this.logs = logs;
        for (int number = 0; number < COUNT; number++) {
            running.add(start());
        }
    }

    private SoakProcess start() {
        lives++;
        List<String> arguments = List.of(
                "start",
                "notifier",
                "--bootstrap-servers=" + line.bootstrapServers(),
                "--schema-registry=" + line.registryUrl(),
                "--topic-prefix=" + line.topics().prefix(),
                "--config=" + config,
                "--metrics-port=0");
        return SoakProcess.start(
                "io.soakstream.deploy.app.SoakCli", arguments, logs.resolve("notifier-" + lives + ".log"));
    }

    /** Kills one and starts it again at once. */
    void kill(int number) {
        running.get(number % COUNT).kill();
        running.set(number % COUNT, start());
    }

    /** Stops one in order, which is a rebalance, and starts it again. */
    void restart(int number) {
        running.get(number % COUNT).terminate();
        running.set(number % COUNT, start());
    }

    boolean allRun() {
        return running.stream().allMatch(process -> process.says("running: notifier"));
    }

    @Override
    public void close() {
        running.forEach(SoakProcess::close);
    }
}
