package io.soakstream.producer.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C and SIGTERM end a wait, and the process lives until what was gathered is put away. */
final class Interrupt implements AutoCloseable {
    /** For what is left to do; a second Ctrl-C does not wait. */
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch putAway = new CountDownLatch(1);
    private final Thread hook;

    private Interrupt(Runnable stop) {
        this.hook = new Thread(
                () -> {
                    stop.run();
                    awaitPutAway();
                },
                "soak-interrupt");
    }

    /** @param stop ends the wait; from another thread */
    static Interrupt install(Runnable stop) {
        Interrupt interrupt = new Interrupt(stop);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    /** Everything is put away: the process may end. */
    @Override
    public void close() {
        putAway.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // Then the hook runs, and has just been told: nothing is left to remove.
        }
    }

    private void awaitPutAway() {
        try {
            if (!putAway.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("soak: gave up waiting for what was left to write");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
