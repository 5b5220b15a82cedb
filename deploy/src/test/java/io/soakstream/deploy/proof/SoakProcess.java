package io.soakstream.deploy.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, to be killed, stopped and continued. */
final class SoakProcess implements AutoCloseable {
    /** Small and quick to start: many of them run on one machine. */
    private static final List<String> JVM =
            List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

    private static final Set<Process> LIVING = ConcurrentHashMap.newKeySet();

    static {
        // However this JVM ends: a stopped process would stay for ever.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LIVING.forEach(Process::destroyForcibly)));
    }

    private static final int TERM_WITHIN_SECONDS = 60;

    private final Process process;
    private final Path log;

    private SoakProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * @param main class whose {@code main} runs, on the class path of this JVM
     * @param log file that takes standard output and error
     */
    static SoakProcess start(String main, List<String> arguments, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-Dsoak.home=" + System.getProperty("soak.home"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // Our own lines at this level tell every change of a stream's state.
        builder.environment().put("SOAK_LOG_LEVEL", "DEBUG");
        builder.environment().putAll(ProofKeys.environment());
        try {
            Files.createDirectories(log.getParent());
            Process process = builder.start();
            LIVING.add(process);
            process.onExit().thenAccept(LIVING::remove);
            return new SoakProcess(process, log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has said so since it started; fails when it has ended. */
    boolean says(String text) {
        String said = output();
        if (!process.isAlive()) {
            throw new IllegalStateException("process " + pid() + " ended with " + process.exitValue() + ": " + said);
        }
        return said.contains(text);
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** SIGKILL; returns when the process is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGKILL when so much time has passed; returns when the process is gone. */
    void killAfter(Duration delay) {
        CompletableFuture.runAsync(
                        this::kill, CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }

    /** SIGTERM; does not wait. */
    void askToEnd() {
        process.destroy();
    }

    /** SIGTERM; returns when the process has ended. */
    void terminate() {
        askToEnd();
        process.onExit().orTimeout(TERM_WITHIN_SECONDS, TimeUnit.SECONDS).join();
    }

    /**
     * Waits until it ends by itself.
     *
     * @return its exit code
     */
    int awaitEnd(Duration within) {
        return process.onExit()
                .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
                .join()
                .exitValue();
    }

    /** Ends its standard input, which some of our processes wait for; returns when the process has ended. */
    void endInput() throws IOException {
        process.outputWriter().close();
        process.onExit().orTimeout(TERM_WITHIN_SECONDS, TimeUnit.SECONDS).join();
    }

    /** @param name of a signal, such as {@code STOP} */
    void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
                    .inheritIO()
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
            if (status != 0) {
                throw new IllegalStateException("kill -" + name + " " + pid() + " ended with " + status);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
