package io.soakstream.deploy.http;

import io.javalin.http.Context;
import io.soakstream.producer.http.Problem;
import io.soakstream.producer.http.ServerParts;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread for each client that follows, so that one that reads slowly holds up nobody else. */
final class EventThreads implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(EventThreads.class);
    private static final int MAX_CLIENTS = 100;
    private static final int RETRY_SECONDS = 10;

    private final ExecutorService threads = new ThreadPoolExecutor(
            0, MAX_CLIENTS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), EventThreads::thread);

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "soak-events");
        thread.setDaemon(true);
        return thread;
    }

    void serve(Stream stream, Context context) {
        Stream.Running running = stream.open(context);
        CompletableFuture<Void> end = ServerParts.openEnded(context);
        try {
            threads.execute(() -> run(running, context, end));
        } catch (RejectedExecutionException full) {
            end.completeExceptionally(Problem.unavailable("too many clients follow", RETRY_SECONDS));
        }
    }

    private static void run(Stream.Running running, Context context, CompletableFuture<Void> end) {
        try {
            context.res().setStatus(200);
            context.res().setContentType("text/event-stream; charset=utf-8");
            context.res().setHeader("X-Accel-Buffering", "no");
            context.res().flushBuffer();
            running.write(new EventWriter(context.res().getOutputStream()));
        } catch (IOException gone) {
            LOGGER.atDebug().addKeyValue("reason", gone.toString()).log("a client has gone");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            LOGGER.atError().setCause(failed).log("events could not be written");
        } finally {
            end.complete(null);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
