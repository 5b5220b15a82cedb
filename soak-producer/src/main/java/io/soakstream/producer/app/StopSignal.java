package io.soakstream.producer.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C or SIGTERM: a command that serves hears of it, and the process waits until the command has come to its end. */
final class StopSignal {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch wanted = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    /** Made when the command begins to serve: before that there is nothing to finish. */
    static StopSignal ofTheProcess() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::stop, "soak-serve-stop"));
        return signal;
    }

    void await() throws InterruptedException {
        wanted.await();
    }

    /** The command has come to its end. */
    void done() {
        done.countDown();
    }

    /** Tells the command to stop, and waits until it has. */
    void stop() {
        wanted.countDown();
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("soak: the server did not stop within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
