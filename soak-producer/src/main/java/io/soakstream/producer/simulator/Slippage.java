package io.soakstream.producer.simulator;

/** What is lost between deciding and trading where the bot has to cross the spread. */
record Slippage(BotSettings settings, Market market, double latencyP95Ms) {
    /** 95th percentile of the reference bot on an ordinary day (bps). */
    private static final double P95_BPS = 2.2;
    /** Mean against 95th percentile. */
    private static final double MEAN_OF_P95 = 0.45;
    /** The distance that is added is what an exit can give before it has to cross: a third is left this far out (bps). */
    private static final double DELTA_SCALE_BPS = 0.25;
    /** A larger order goes through more of the book. */
    private static final double SIZE = 0.6;
    /** An order that may rest need not cross. */
    private static final double AGE = -0.9;
    /** The price has moved on by the time a late order arrives. */
    private static final double LATENCY = 0.8;
    /** It moves further when prices move fast. */
    private static final double VOLATILITY = 0.7;

    /** 95th percentile (bps). */
    double p95Bps() {
        return P95_BPS
                * Response.fading(
                        settings.baseSpreadBpsDelta() - BotSettings.REFERENCE.baseSpreadBpsDelta(), DELTA_SCALE_BPS)
                * Response.elastic(settings.size(), SIZE)
                * Response.elastic(settings.age(), AGE)
                * Response.elastic(latencyP95Ms / LatencyModel.referenceP95Ms(), LATENCY)
                * Response.elastic(market.volatility(), VOLATILITY);
    }

    static double meanBps(double p95Bps) {
        return MEAN_OF_P95 * p95Bps;
    }
}
