package io.soakstream.producer.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.errors.InterruptException;

/** When a run's iterations take place, and whether it goes on. */
public final class Pace {
    private final Instant begin;
    private final ToLongFunction<Instant> waitMs;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Pace(Instant begin, ToLongFunction<Instant> waitMs) {
        this.begin = begin;
        this.waitMs = waitMs;
    }

    /** As fast as the gate answers; times are made up from there on. */
    public static Pace simulated(Instant begin) {
        return new Pace(begin, end -> 0);
    }

    /** By the clock, period for period. */
    public static Pace realTime(InstantSource clock) {
        return new Pace(clock.instant(), end -> Math.max(0, end.toEpochMilli() - clock.millis()));
    }

    /** Event time of the start. */
    public Instant begin() {
        return begin;
    }

    /**
     * Waits until an iteration has ended.
     *
     * @return false: it was stopped before
     */
    public boolean await(Instant end) {
        try {
            return !stopped.await(waitMs.applyAsLong(end), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    /** Lets nobody wait any more; from any thread. */
    public void stop() {
        stopped.countDown();
    }

    public boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
