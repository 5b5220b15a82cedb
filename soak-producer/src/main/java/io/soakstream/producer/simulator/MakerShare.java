package io.soakstream.producer.simulator;

/** Which part of the volume is traded as maker: what is not filled in the queue has to be taken. */
record MakerShare(BotSettings settings, Market market, double riskBlockedRatio) {
    /** Odds (log) of the reference bot on an ordinary day. */
    private static final double ODDS = 1.45;
    /** A patient order gets to the front of the queue. */
    private static final double AGE = 1.6;
    /** Each replacement goes to the back of the queue. */
    private static final double REPLACING = -1.3;
    /** A pause between changes keeps the place in the queue. */
    private static final double PAUSE = 1.0;
    /** Behind the touch fewer fills turn against the bot and have to be hedged (1/bps) ... */
    private static final double SPREAD_PER_BPS = 3.0;
    /** ... but far behind it exits do not fill either (1/bps^2). */
    private static final double SPREAD_PER_BPS2 = -5.0;
    /** Too slow and the price leaves the quote behind: the bot has to run after it. */
    private static final double STALE = -1.8;
    /** A bot at its risk limits unwinds by taking. */
    private static final double BLOCKED = -1.6;
    /** Where prices move fast more exits have to be taken. */
    private static final double VOLATILITY = -0.6;

    private static final double USUALLY_BLOCKED = 0.36;

    /**
     * Maker / (maker + taker) (ratio, 0..1).
     *
     * @param chance added to the odds (log)
     */
    double ratio(double chance) {
        double extra = settings.extraSpreadBps();
        double stale = Math.max(0, settings.staleness() - 1);
        return Response.share(ODDS
                + chance
                + AGE * Response.log(settings.age())
                + REPLACING * Response.log(settings.replacing())
                + PAUSE * Response.log(settings.pause())
                + SPREAD_PER_BPS * extra
                + SPREAD_PER_BPS2 * extra * Math.max(0, extra)
                + STALE * stale * stale
                + BLOCKED * (riskBlockedRatio - USUALLY_BLOCKED)
                + VOLATILITY * Response.log(market.volatility()));
    }
}
