package io.soakstream.producer.live;

import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.common.errors.InterruptException;

/** When a run's iterations take place. */
public interface Pace {

    /** Event time of the start. */
    Instant begin();

    /** Waits until an iteration has ended. */
    void await(Instant end);

    /** As fast as the gate answers; times are made up from there on. */
    static Pace simulated(Instant begin) {
        return new Pace() {
            @Override
            public Instant begin() {
                return begin;
            }

            @Override
            public void await(Instant end) {
                // The lock-step is all the waiting there is.
            }
        };
    }

    /** By the clock, period for period. */
    static Pace realTime(InstantSource clock) {
        Instant begin = clock.instant();
        return new Pace() {
            @Override
            public Instant begin() {
                return begin;
            }

            @Override
            public void await(Instant end) {
                try {
                    Thread.sleep(Math.max(0, end.toEpochMilli() - clock.millis()));
                } catch (InterruptedException interrupted) {
                    throw new InterruptException(interrupted);
                }
            }
        };
    }
}
