package io.soakstream.producer.simulator;

/**
 * Chance without a state: each number is a function of (seed, field, moment), so it does not matter which is asked for
 * first, or how often. The mixing function is that of SplitMix64.
 *
 * @param seed two runs of one seed meet the same chance
 */
record Noise(long seed) {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;
    /** Uniform numbers whose sum, less its mean, is near enough a normal deviate of variance 1 (count). */
    private static final int SUMMANDS = 12;

    /** What is drawn; the order is part of what a seed means. */
    enum Field {
        FLOW,
        RISK,
        LATENCY,
        ADVERSE,
        SLIPPAGE,
        SHARE,
        GROSS,
        AGE,
        CANCEL,
        LAG,
        MOOD_FLOW,
        MOOD_VOLATILITY,
        MOOD_TOXICITY,
        MOOD_LOAD
    }

    /** Uniform on 0..1. */
    double uniform(Field field, long moment, int draw) {
        long cell = mix(mix(seed + GOLDEN_GAMMA * (field.ordinal() + 1)) + moment);
        return (mix(cell + GOLDEN_GAMMA * draw) >>> 11) * UNIT;
    }

    /** Mean 0, variance 1, never beyond 6. */
    double deviate(Field field, long moment) {
        double sum = 0;
        for (int draw = 1; draw <= SUMMANDS; draw++) {
            sum += uniform(field, moment, draw);
        }
        return sum - SUMMANDS / 2.0;
    }

    /** A factor about 1, off by about {@code spread}. */
    double factor(Field field, long moment, double spread) {
        return StrictMath.exp(spread * deviate(field, moment));
    }

    /** As {@link #factor}, but it wanders: drawn once every so many moments, a straight line between. */
    double wandering(Field field, long moment, double spread, int every) {
        long knot = Math.floorDiv(moment, every);
        double along = (double) Math.floorMod(moment, every) / every;
        double deviate = deviate(field, knot) * (1 - along) + deviate(field, knot + 1) * along;
        return StrictMath.exp(spread * deviate);
    }

    private static long mix(long value) {
        long once = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        long twice = (once ^ (once >>> 27)) * 0x94d049bb133111ebL;
        return twice ^ (twice >>> 31);
    }
}
