package io.soakstream.producer.simulator;

/** How often the bot's own risk limits block an order. */
record RiskExposure(BotSettings settings, Market market) {
    /** Demand on the risk budget at which half of the orders are blocked; the reference bot's is 1. */
    private static final double HALF_BLOCKED = 1.45;
    /** How sharply blocking sets in. */
    private static final double SHARPNESS = 1.5;
    /** A faster bot builds up positions faster than it can shed them. */
    private static final double PAUSE = -1.4;
    /** Each order takes its size out of the budget. */
    private static final double SIZE = 1.6;
    /** Larger positions are further from flat, and price moves weigh more. */
    private static final double ROOM = 0.8;
    /** Orders in flight reserve budget while they wait. */
    private static final double PARALLEL = 0.35;
    /** An order that may rest longer is not sent again and again. */
    private static final double AGE = -0.7;
    /** The same position is riskier when prices move. */
    private static final double VOLATILITY = 1.0;
    /** Informed flow fills one side: positions grow. */
    private static final double TOXICITY = 0.4;

    /**
     * Orders that the risk limits block (ratio, above 0 and below 1).
     *
     * @param chance factor of the demand, about 1
     */
    double blockedRatio(double chance) {
        double demand = chance
                * Response.elastic(settings.pause(), PAUSE)
                * Response.elastic(settings.size(), SIZE)
                * Response.elastic(settings.room(), ROOM)
                * Response.elastic(settings.parallel(), PARALLEL)
                * Response.elastic(settings.age(), AGE)
                * Response.elastic(market.volatility(), VOLATILITY)
                * Response.elastic(market.toxicity(), TOXICITY);
        return Response.share(SHARPNESS * Response.log(demand / HALF_BLOCKED));
    }
}
