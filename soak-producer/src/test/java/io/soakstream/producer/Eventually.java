package io.soakstream.producer;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What another thread brings about. */
public final class Eventually {
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final long LOOK_NANOS = 1_000_000;

    private Eventually() {}

    /**
     * Looks again and again, in the caller's thread.
     *
     * @throws AssertionError it has not come about in 30 s
     */
    public static void isTrue(String what, BooleanSupplier condition) {
        long beginNanos = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - beginNanos > PATIENCE_NANOS) {
                throw new AssertionError("in vain for 30 s: " + what);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
