package io.soakstream.producer.sidecar;

import java.time.Duration;

/** Ends a wait early. Rung while nobody waits, it ends the next wait at once. */
final class Bell {
    private boolean rung;

    synchronized void ring() {
        rung = true;
        notifyAll();
    }

    /** Waits until it rings, and not longer. */
    synchronized void await(Duration atMost) throws InterruptedException {
        if (!rung && !atMost.isZero()) {
            wait(Math.max(1, atMost.toMillis()));
        }
        rung = false;
    }
}
