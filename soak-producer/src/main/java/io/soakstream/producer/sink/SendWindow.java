package io.soakstream.producer.sink;

import java.time.Duration;

/** Counts what waits for its acknowledgement, and makes senders wait while that is too much. */
final class SendWindow {
    private final SendLimits limits;
    private int events;
    private long bytes;

    SendWindow(SendLimits limits) {
        this.limits = limits;
    }

    /** Takes room if there is some now. */
    synchronized boolean tryTake(int size) {
        if (events > 0 && (events >= limits.maxEvents() || bytes + size > limits.maxBytes())) {
            return false;
        }
        take(size);
        return true;
    }

    /** Takes room, waiting for it as long as the limits say; false: there was none. */
    synchronized boolean awaitRoom(int size) throws InterruptedException {
        long deadline = System.nanoTime() + limits.maxWait().toNanos();
        while (!tryTake(size)) {
            if (!waitUntil(deadline)) {
                return false;
            }
        }
        return true;
    }

    /** Takes room whether there is some or not: for what was let in before. */
    synchronized void take(int size) {
        events++;
        bytes += size;
    }

    synchronized void release(int size) {
        events--;
        bytes -= size;
        notifyAll();
    }

    /** Waits until nothing is left; false: the time was too short. */
    synchronized boolean awaitEmpty(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (events > 0) {
            if (!waitUntil(deadline)) {
                return false;
            }
        }
        return true;
    }

    private boolean waitUntil(long deadlineNanos) throws InterruptedException {
        long left = deadlineNanos - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        // Rounded up: waiting for 0 ms would be waiting for ever.
        wait(left / 1_000_000 + 1);
        return true;
    }
}
