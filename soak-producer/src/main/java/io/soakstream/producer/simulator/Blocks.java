package io.soakstream.producer.simulator;

/**
 * Orders that the bot did not send, as shares of all that it wanted to; what risk does not block comes to the next check.
 *
 * @param riskRatio by its risk limits (ratio, 0..1)
 * @param minIntervalRatio by the pause between changes (ratio, 0..1)
 * @param concurrencyRatio by the limit on orders in flight (ratio, 0..1)
 */
public record Blocks(double riskRatio, double minIntervalRatio, double concurrencyRatio) {
    /** Odds (log) that the reference bot wants to change a quote too soon. */
    private static final double PAUSE_ODDS = -1.8;

    private static final double PAUSE = 1.5;
    /** Odds (log) that all of the reference bot's places are taken. */
    private static final double PARALLEL_ODDS = -2.4;

    private static final double PARALLEL = -1.2;

    static Blocks of(BotSettings settings, double riskRatio) {
        double minInterval = (1 - riskRatio) * Response.share(PAUSE_ODDS + PAUSE * Response.log(settings.pause()));
        double concurrency = (1 - riskRatio - minInterval)
                * Response.share(PARALLEL_ODDS + PARALLEL * Response.log(settings.parallel()));
        return new Blocks(riskRatio, minInterval, concurrency);
    }

    /** Orders that are sent (ratio, 0..1). */
    public double allowedRatio() {
        return 1 - riskRatio - minIntervalRatio - concurrencyRatio;
    }
}
