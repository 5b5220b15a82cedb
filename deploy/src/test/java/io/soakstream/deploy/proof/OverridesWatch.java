package io.soakstream.deploy.proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Reads a bot's file of overrides all the time, on a thread of its own, and keeps what was not whole. */
final class OverridesWatch implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Whoever never pauses keeps a processor from those that are watched. */
    private static final long PAUSE_NANOS = 1_000_000;

    /** Whoever forgets to close it must not fill the heap. */
    private static final int MOST_TORN = 100;

    private final Path file;
    private final List<String> torn = new ArrayList<>();
    private final CompletableFuture<Void> reading;
    private volatile boolean closed;
    private long reads;

    OverridesWatch(Path file) {
        this.file = file;
        this.reading = CompletableFuture.runAsync(this::read);
    }

    private void read() {
        boolean seen = false;
        while (!closed) {
            LockSupport.parkNanos(PAUSE_NANOS);
            if (seen || Files.exists(file)) {
                seen = true;
                readOnce();
            }
        }
    }

    private void readOnce() {
        reads++;
        try {
            String text = Files.readString(file);
            if (!JSON.readTree(text).path("engine").has("min_interval_ms")) {
                keep(text);
            }
        } catch (IOException notWhole) {
            keep(notWhole.toString());
        }
    }

    private void keep(String notWhole) {
        if (torn.size() < MOST_TORN) {
            torn.add(notWhole);
        }
    }

    /** Ends the reading; what was not whole, out of how many looks. */
    List<String> torn() {
        close();
        if (reads == 0) {
            throw new IllegalStateException("nobody ever wrote " + file);
        }
        return torn;
    }

    @Override
    public void close() {
        closed = true;
        reading.join();
    }
}
