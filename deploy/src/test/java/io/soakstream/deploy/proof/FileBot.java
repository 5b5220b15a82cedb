package io.soakstream.deploy.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A bot that knows files and nothing else, on a thread of its own or in a process of its own: reads its parameters at the
 * start of an iteration and writes a summary at its end, in two halves with time between them. The slower it quotes, the
 * less risk it has. Started again it goes on after the last summary that is whole.
 */
final class FileBot implements AutoCloseable {
    /** Iterations of a bot that goes on until it is stopped (count). */
    static final int ENDLESS = Integer.MAX_VALUE;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int START_INTERVAL_MS = 60;
    /** Of an iteration, for which its summary is half there: longer than the sidecar of these tests waits for more. */
    private static final int HALVES_APART = 4;

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration CLOSE_WITHIN = Duration.ofMinutes(1);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Path directory;
    private final int iterations;
    private CompletableFuture<Void> ended = CompletableFuture.completedFuture(null);
    private volatile boolean stopped;
    private volatile int allowed = ENDLESS;
    private Duration iteration;
    private int number;
    private int intervalMs = START_INTERVAL_MS;

    FileBot(Path directory, int iterations) {
        this.directory = directory;
        this.iterations = iterations;
    }

    /**
     * Runs until SIGTERM, which lets it write its last summary to the end.
     *
     * @param arguments directory, length of an iteration (ms)
     */
    public static void main(String[] arguments) {
        FileBot bot = new FileBot(Path.of(arguments[0]), ENDLESS);
        bot.start(Duration.ofMillis(Long.parseLong(arguments[1])));
        Runtime.getRuntime().addShutdownHook(new Thread(bot::close));
        bot.ended.join();
    }

    /** Begins the first iteration, or the first after the last one that a bot before this has written. */
    void start(Duration length) {
        iteration = length;
        ended = new CompletableFuture<>();
        while (isWhole(file(number + 1))) {
            number++;
        }
        intervalMs = readInterval();
        then(this::writeHalf, rest());
    }

    /** Writes no iteration after this one until it is told to. */
    void writeUpTo(int last) {
        allowed = last;
    }

    private void then(Runnable step, Duration after) {
        thread.schedule(
                () -> {
                    try {
                        step.run();
                    } catch (RuntimeException failed) {
                        ended.completeExceptionally(failed);
                    }
                },
                after.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void writeHalf() {
        if (stopped || number == iterations) {
            ended.complete(null);
            return;
        }
        if (number >= allowed) {
            then(this::writeHalf, LOOK);
            return;
        }
        number++;
        byte[] bytes = summary().getBytes(StandardCharsets.UTF_8);
        int half = bytes.length / 2;
        write(Arrays.copyOf(bytes, half), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        then(() -> writeRest(Arrays.copyOfRange(bytes, half, bytes.length)), iteration.dividedBy(HALVES_APART));
    }

    private void writeRest(byte[] bytes) {
        write(bytes, StandardOpenOption.APPEND);
        intervalMs = readInterval();
        then(this::writeHalf, rest());
    }

    private Duration rest() {
        return iteration.minus(iteration.dividedBy(HALVES_APART));
    }

    private void write(byte[] bytes, StandardOpenOption... how) {
        try {
            Files.write(file(number), bytes, how);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path file(int iterationNumber) {
        return directory.resolve("ITER_SUMMARY_" + iterationNumber + ".json");
    }

    /** One that a killed bot has left half there is written again. */
    private static boolean isWhole(Path file) {
        try {
            return Files.exists(file) && JSON.readTree(file.toFile()).has("summary");
        } catch (IOException torn) {
            return false;
        }
    }

    private int readInterval() {
        Path file = directory.resolve("runtime_overrides.json");
        try {
            JsonNode interval =
                    Files.exists(file) ? JSON.readTree(file.toFile()).at("/engine/min_interval_ms") : JSON.nullNode();
            return interval.asInt(START_INTERVAL_MS);
        } catch (IOException torn) {
            throw new UncheckedIOException(torn);
        }
    }

    private String summary() {
        double risk = Math.max(0.2, 0.7 - 0.02 * (intervalMs - START_INTERVAL_MS));
        return String.format(
                Locale.ROOT,
                "{\"iteration\": %d, \"summary\": {\"net_bps\": 3.2, \"risk_ratio\": %.2f, \"p95_latency_ms\": 200,"
                        + " \"fills\": {\"maker_count\": 90, \"taker_count\": 10}}}",
                number,
                risk);
    }

    /** Ends when the summary that is being written is whole. */
    @Override
    public void close() {
        stopped = true;
        ended.orTimeout(CLOSE_WITHIN.toSeconds(), TimeUnit.SECONDS).join();
        thread.shutdownNow();
    }
}
