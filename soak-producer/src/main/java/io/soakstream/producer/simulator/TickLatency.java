package io.soakstream.producer.simulator;

/**
 * How long the ticks of an iteration took: log-logistic, so that every percentile has a closed form.
 *
 * @param count ticks (count)
 * @param medianMs half of them took no longer (ms)
 * @param shape the larger, the fewer stragglers
 */
public record TickLatency(long count, double medianMs, double shape) {

    /** Share that took at most so long (ratio, 0..1). */
    public double atMost(double ms) {
        return ms <= 0 ? 0 : 1 / (1 + StrictMath.pow(ms / medianMs, -shape));
    }

    /** What this share of the ticks does not exceed (ms). */
    public double quantileMs(double share) {
        return medianMs * StrictMath.pow(share / (1 - share), 1 / shape);
    }
}
