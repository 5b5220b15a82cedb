package io.soakstream.deploy.app;

import java.util.ArrayDeque;
import java.util.Deque;

/** Ctrl-C and SIGTERM close what runs before the process ends: the latest first. */
final class Shutdown {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private Shutdown() {}

    /** Installed before anything starts, so that what is half-started is cleared away too. */
    static Shutdown install() {
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::closeAll, "soak-shutdown"));
        return shutdown;
    }

    /** @param part must bear being closed twice */
    synchronized void add(AutoCloseable part) {
        parts.push(part);
    }

    private synchronized void closeAll() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception failed) {
                // The log may be gone already at this point of a process's life.
                System.err.println("soak: could not close " + part + ": " + failed);
            }
        }
    }
}
