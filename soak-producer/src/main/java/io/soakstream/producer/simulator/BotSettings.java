package io.soakstream.producer.simulator;

/**
 * What the bot runs with.
 *
 * @param minIntervalMs shortest time between two changes of one quote (ms)
 * @param replaceRatePerMin how often quotes are replaced (1/min)
 * @param baseSpreadBps distance of the quotes from the touch (bps)
 * @param baseSpreadBpsDelta distance that is added to it (bps)
 * @param impactCapRatio largest order as a share of the volume at the touch (ratio)
 * @param maxDeltaRatio largest inventory as a share of the capital (ratio)
 * @param tailAgeMs age at which an order is given up (ms)
 * @param concurrencyLimit orders in flight at a time (count)
 */
public record BotSettings(
        double minIntervalMs,
        double replaceRatePerMin,
        double baseSpreadBps,
        double baseSpreadBpsDelta,
        double impactCapRatio,
        double maxDeltaRatio,
        double tailAgeMs,
        double concurrencyLimit) {

    /** Where the coefficients of the model are stated: an effect is the effect of being away from here. */
    static final BotSettings REFERENCE = new BotSettings(60, 300, 0.12, 0.05, 0.10, 0.15, 600, 10);

    /** Distance from the touch (bps). */
    double spreadBps() {
        return baseSpreadBps + baseSpreadBpsDelta;
    }

    /** Distance beyond the reference's (bps). */
    double extraSpreadBps() {
        return spreadBps() - REFERENCE.spreadBps();
    }

    /** Pause between changes, against the reference. */
    double pause() {
        return minIntervalMs / REFERENCE.minIntervalMs;
    }

    /** Replacing, against the reference. */
    double replacing() {
        return replaceRatePerMin / REFERENCE.replaceRatePerMin;
    }

    /** Size of an order, against the reference. */
    double size() {
        return impactCapRatio / REFERENCE.impactCapRatio;
    }

    /** Room for inventory, against the reference. */
    double room() {
        return maxDeltaRatio / REFERENCE.maxDeltaRatio;
    }

    /** Life of an order, against the reference. */
    double age() {
        return tailAgeMs / REFERENCE.tailAgeMs;
    }

    /** Orders in flight, against the reference. */
    double parallel() {
        return concurrencyLimit / REFERENCE.concurrencyLimit;
    }

    /** How much longer a quote stands before the bot can move it, against the reference. */
    double staleness() {
        return StrictMath.sqrt(pause() / replacing());
    }

    /** What an iteration amounts to, half of which ran with these and half with other settings. */
    public BotSettings midway(BotSettings other) {
        return new BotSettings(
                middle(minIntervalMs, other.minIntervalMs),
                middle(replaceRatePerMin, other.replaceRatePerMin),
                middle(baseSpreadBps, other.baseSpreadBps),
                middle(baseSpreadBpsDelta, other.baseSpreadBpsDelta),
                middle(impactCapRatio, other.impactCapRatio),
                middle(maxDeltaRatio, other.maxDeltaRatio),
                middle(tailAgeMs, other.tailAgeMs),
                middle(concurrencyLimit, other.concurrencyLimit));
    }

    private static double middle(double one, double other) {
        return (one + other) / 2;
    }
}
