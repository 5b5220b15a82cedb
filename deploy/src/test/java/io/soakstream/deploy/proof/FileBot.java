package io.soakstream.deploy.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A bot that knows files and nothing else, on a thread of its own: reads its parameters at the start of an iteration and
 * writes a summary at its end, in two halves. The slower it quotes, the less risk it has.
 */
final class FileBot implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int START_INTERVAL_MS = 60;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Path directory;
    private final int iterations;
    private int ended;
    private int intervalMs = START_INTERVAL_MS;

    FileBot(Path directory, int iterations) {
        this.directory = directory;
        this.iterations = iterations;
    }

    /** Begins the first iteration. */
    void start(Duration iteration) {
        intervalMs = readInterval();
        thread.scheduleWithFixedDelay(this::iterate, iteration.toMillis(), iteration.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void iterate() {
        if (ended < iterations) {
            ended++;
            write(directory.resolve("ITER_SUMMARY_" + ended + ".json"), summary());
            intervalMs = readInterval();
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
                ended,
                risk);
    }

    private static void write(Path file, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes, 0, bytes.length / 2);
            out.flush();
            out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
