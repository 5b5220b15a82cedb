package io.soakstream.producer.simulator;

/** What is lost to those who know more: a fill just before the price moves away. */
record AdverseSelection(BotSettings settings, Market market) {
    /** 95th percentile of the reference bot on an ordinary day (bps). */
    private static final double P95_BPS = 3.1;
    /** Mean against 95th percentile: most fills lose little. */
    private static final double MEAN_OF_P95 = 0.42;
    /** Whoever quotes at the touch is picked off first: a third is left this far out (bps). */
    private static final double SPREAD_SCALE_BPS = 0.55;
    /** A large order is worth taking. */
    private static final double SIZE = 1.0;
    /** Room for inventory lets losing positions run. */
    private static final double ROOM = 0.6;
    /** A stale quote is picked off. */
    private static final double STALE = 0.5;
    /** The faster prices move, the staler a quote of the same age. */
    private static final double VOLATILITY = 0.5;

    /** 95th percentile (bps). */
    double p95Bps() {
        return P95_BPS
                * market.toxicity()
                * Response.fading(settings.extraSpreadBps(), SPREAD_SCALE_BPS)
                * Response.elastic(settings.size(), SIZE)
                * Response.elastic(settings.room(), ROOM)
                * Response.elastic(settings.staleness(), STALE)
                * Response.elastic(market.volatility(), VOLATILITY);
    }

    static double meanBps(double p95Bps) {
        return MEAN_OF_P95 * p95Bps;
    }
}
