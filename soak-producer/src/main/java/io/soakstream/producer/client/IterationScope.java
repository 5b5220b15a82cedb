package io.soakstream.producer.client;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * An iteration that is under way. It remembers what was in force when it began: if that is not so any more when it ends,
 * the iteration is mixed, and says nothing about either set of values.
 */
public final class IterationScope {
    private final int number;
    private final Supplier<InForce> inForce;
    private final InstantSource clock;
    private final InForce atBegin;

    IterationScope(int number, Supplier<InForce> inForce, InstantSource clock) {
        if (number < 1) {
            throw new IllegalArgumentException("iteration: " + number + " is not a number from 1 on");
        }
        this.number = number;
        this.inForce = inForce;
        this.clock = clock;
        this.atBegin = inForce.get();
    }

    /** Number in the run, from 1. */
    public int number() {
        return number;
    }

    /** Ends the iteration now. */
    public Iteration finish(Kpis kpis) {
        return finish(kpis, clock.instant());
    }

    /** Ends the iteration at a time of the bot's own, such as a simulated one. */
    public Iteration finish(Kpis kpis, Instant endedAt) {
        InForce atEnd = inForce.get();
        return new Iteration(
                SummaryMapper.toSummary(number, kpis, atEnd, atEnd.switches() != atBegin.switches()), endedAt);
    }
}
