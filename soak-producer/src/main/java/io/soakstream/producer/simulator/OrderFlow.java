package io.soakstream.producer.simulator;

/** How many orders are sent, filled and cancelled, and how old they get. */
record OrderFlow(BotSettings settings, Market market) {
    /** Fills of the reference bot in five minutes of an ordinary market (count). */
    private static final double FILLS = 900;
    /** Behind the touch the queue in front of the bot grows fast: a third is left this far out (bps). */
    private static final double FILL_SCALE_BPS = 0.25;
    /** More orders in flight catch more flow, but compete with each other. */
    private static final double PARALLEL_FILLS = 0.25;
    /** Larger orders fill more in all, though each larger one waits longer. */
    private static final double SIZE_FILLS = 0.30;
    /** Odds (log) that the reference bot cancels an order before it fills. */
    private static final double CANCEL_ODDS = -0.40;
    /** Each replacement is a cancel. */
    private static final double REPLACING_CANCELS = 1.2;
    /** A pause between changes saves cancels. */
    private static final double PAUSE_CANCELS = -0.9;
    /** A patient order is filled before it is given up. */
    private static final double AGE_CANCELS = -1.0;
    /** Prices that move leave quotes behind, which are cancelled. */
    private static final double VOLATILITY_CANCELS = 0.5;
    /** 95th percentile of the order age of the reference bot (ms). */
    private static final double AGE_P95_MS = 310;
    /** Orders that may get older do. */
    private static final double TAIL_AGE = 0.8;
    /** Whoever changes quotes seldom has old ones. */
    private static final double STALE_AGE = 0.3;

    /** What is filled in five minutes if nothing is blocked (count). */
    double fills() {
        return FILLS
                * market.flow()
                * Response.fading(settings.extraSpreadBps(), FILL_SCALE_BPS)
                * Response.elastic(settings.parallel(), PARALLEL_FILLS)
                * Response.elastic(settings.size(), SIZE_FILLS);
    }

    /** Fills of the bot at the reference in an ordinary market (count). */
    static double referenceFills() {
        return FILLS;
    }

    /** Cancelled orders (ratio, 0..1). */
    double cancelRatio() {
        return Response.share(CANCEL_ODDS
                + REPLACING_CANCELS * Response.log(settings.replacing())
                + PAUSE_CANCELS * Response.log(settings.pause())
                + AGE_CANCELS * Response.log(settings.age())
                + VOLATILITY_CANCELS * Response.log(market.volatility()));
    }

    /** 95th percentile of the age of an order (ms). */
    double ageP95Ms() {
        return AGE_P95_MS
                * Response.elastic(settings.age(), TAIL_AGE)
                * Response.elastic(settings.staleness(), STALE_AGE);
    }
}
