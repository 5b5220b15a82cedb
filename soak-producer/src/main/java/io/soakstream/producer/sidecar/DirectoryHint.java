package io.soakstream.producer.sidecar;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/**
 * Rings when the file system tells of a change. That is a hint and no more: on a network file system, or past the limits
 * of the operating system, none may ever come, so the directory is looked through periodically all the same.
 */
final class DirectoryHint implements AutoCloseable {
    private final WatchService watch;
    private final Bell bell;

    private DirectoryHint(WatchService watch, Bell bell) {
        this.watch = watch;
        this.bell = bell;
    }

    static DirectoryHint on(Path directory, Bell bell) throws IOException {
        DirectoryHint hint = new DirectoryHint(directory.getFileSystem().newWatchService(), bell);
        directory.register(hint.watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
        Thread thread = new Thread(hint::run, "soak-sidecar-hint");
        thread.setDaemon(true);
        thread.start();
        return hint;
    }

    private void run() {
        try {
            while (true) {
                WatchKey key = watch.take();
                key.pollEvents();
                bell.ring();
                if (!key.reset()) {
                    return;
                }
            }
        } catch (ClosedWatchServiceException closed) {
            // The sidecar has ended.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
