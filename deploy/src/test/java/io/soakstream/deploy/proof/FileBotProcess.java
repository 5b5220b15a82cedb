package io.soakstream.deploy.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A file-writing bot in a process of its own, over all its lives. */
final class FileBotProcess implements AutoCloseable {
    private final Path artifacts;
    private final Path logs;
    private final Duration iteration;
    private int lives;
    private SoakProcess process;

    /**
     * @param artifacts directory that it writes to
     * @param logs directory for its output, a file for each life
     */
    FileBotProcess(Path artifacts, Path logs, Duration iteration) {
        this.artifacts = artifacts;
        this.logs = logs;
        this.iteration = iteration;
    }

    void start() {
        lives++;
        process = SoakProcess.start(
                FileBot.class.getName(),
                List.of(artifacts.toString(), Long.toString(iteration.toMillis())),
                logs.resolve("bot-" + lives + ".log"));
    }

    void killAfter(Duration delay) {
        process.killAfter(delay);
    }

    /** Iterations of which there is a file, whole or not (count). */
    int written() {
        int number = 0;
        while (Files.exists(artifacts.resolve("ITER_SUMMARY_" + (number + 1) + ".json"))) {
            number++;
        }
        return number;
    }

    /** Lets it write its last file to the end. */
    void stop() {
        process.terminate();
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
