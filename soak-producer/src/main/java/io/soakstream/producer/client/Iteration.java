package io.soakstream.producer.client;

import io.soakstream.schemas.contract.IterationSummary;
import java.time.Instant;

/**
 * An iteration that has ended, ready to be sent: sent again it is the same event, which counts once.
 *
 * @param summary its values, with what was in force
 * @param endedAt when it ended at the bot
 */
public record Iteration(IterationSummary summary, Instant endedAt) {

    /** @throws IllegalArgumentException its number is not one */
    public Iteration {
        if (summary.getIteration() < 1) {
            throw new IllegalArgumentException("iteration: " + summary.getIteration() + " is not a number from 1 on");
        }
    }

    /** Number in the run, from 1. */
    public int number() {
        return summary.getIteration();
    }
}
