package io.soakstream.producer.simulator;

import io.soakstream.producer.simulator.Noise.Field;

/** A market is never quite what its regime says: it wanders about it, slowly. */
record Mood(Noise noise, int iteration) {
    /** Half an hour at five minutes each (iterations). */
    private static final int SLOWNESS = 6;
    /** How far it wanders (ratio). */
    private static final double SPREAD = 0.04;

    private static final double LOAD_SPREAD = 0.015;

    Market of(Market market) {
        return market.times(
                wandering(Field.MOOD_FLOW, SPREAD),
                wandering(Field.MOOD_VOLATILITY, SPREAD),
                wandering(Field.MOOD_TOXICITY, SPREAD),
                wandering(Field.MOOD_LOAD, LOAD_SPREAD));
    }

    private double wandering(Field field, double spread) {
        return noise.wandering(field, iteration, spread, SLOWNESS);
    }
}
