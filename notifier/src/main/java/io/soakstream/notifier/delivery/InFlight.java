package io.soakstream.notifier.delivery;

import java.time.Duration;

/** The one message that a receiver's thread has on its way, so that a partition is given up only after it has landed. */
final class InFlight {
    private Owner owner;

    synchronized void begin(Owner of) {
        owner = of;
    }

    synchronized void end() {
        owner = null;
        notifyAll();
    }

    /** Waits until nothing of the partition is on its way, but no longer than that. */
    synchronized void await(Owner of, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (owner == of) {
            long leftMs = (deadline - System.nanoTime()) / 1_000_000;
            if (leftMs <= 0) {
                return;
            }
            wait(leftMs);
        }
    }
}
