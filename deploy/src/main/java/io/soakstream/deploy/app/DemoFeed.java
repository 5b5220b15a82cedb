package io.soakstream.deploy.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Brings a run onto the topic, on a thread of its own while others watch what comes of it. */
final class DemoFeed {
    private final CompletableFuture<Void> feeding;

    private DemoFeed(CompletableFuture<Void> feeding) {
        this.feeding = feeding;
    }

    static DemoFeed start(Runnable work) {
        return new DemoFeed(
                CompletableFuture.runAsync(work, task -> daemon(task).start()));
    }

    /** Passes on why it has failed, if it has. */
    void check() {
        if (feeding.isCompletedExceptionally()) {
            end();
        }
    }

    /** Waits for its end, and passes on why it has failed, if it has. */
    void end() {
        try {
            feeding.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : failed;
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "feed");
        thread.setDaemon(true);
        return thread;
    }
}
