package io.soakstream.producer.loop;

import java.util.List;

/** A bot in a closed loop. */
@FunctionalInterface
public interface LoopBot {

    /**
     * One period of it.
     *
     * @param iteration number of the period, from 1
     * @param told what it was told to run with
     * @return what it sends at the end, in order; mostly one iteration
     */
    List<Sent> period(int iteration, InForce told);
}
