package io.soakstream.producer.simulator;

/**
 * What the bot would show of itself during the iteration, beside its KPIs.
 *
 * @param ticks how long its ticks took
 * @param deadlineMisses ticks above their deadline (count)
 * @param cacheHits market data found in the cache (count)
 * @param cacheMisses market data that had to be fetched (count)
 * @param breakerOpen it stopped sending because the venue did not keep up
 * @param wsLagP95Ms 95th percentile of market data lag (ms)
 * @param wsLagMaxMs largest market data lag (ms)
 * @param activeOrders orders in the book, on average (count)
 */
public record BotTelemetry(
        TickLatency ticks,
        long deadlineMisses,
        long cacheHits,
        long cacheMisses,
        boolean breakerOpen,
        double wsLagP95Ms,
        double wsLagMaxMs,
        double activeOrders) {
    /** Ticks of five minutes, two a second (count). */
    private static final long TICKS = 600;
    /** A tick that takes longer has missed its deadline (ms). */
    private static final double DEADLINE_MS = 250;
    /** Half of the ticks of an idle bot take no longer (ms). */
    private static final double IDLE_TICK_MS = 24;

    private static final double TICK_SHAPE = 3.2;
    /** Above this share of the gateway's time the breaker opens. */
    private static final double BREAKER_UTILISATION = 0.9;
    /** Look-ups that hit while data come in time (ratio). */
    private static final double HIT_RATIO = 0.92;
    /** 95th percentile of the lag on an ordinary day (ms). */
    private static final double LAG_P95_MS = 75;

    /** Beyond the ordinary lag a third of the hits is left at this much more (ms). */
    private static final double STALE_SCALE_MS = 750;

    private static final double LAG_MAX_OF_P95 = 1.8;

    /** @param lagNoise factor about 1 */
    static BotTelemetry of(BotSettings settings, Market market, double utilisation, double lagNoise) {
        TickLatency ticks = new TickLatency(TICKS, IDLE_TICK_MS / (1 - utilisation), TICK_SHAPE);
        double lagMs = LAG_P95_MS * market.lag() * lagNoise;
        // Data that come late are no longer valid when they are looked up.
        double hitRatio = HIT_RATIO * Response.fading(Math.max(0, lagMs - LAG_P95_MS), STALE_SCALE_MS);
        long lookUps = TICKS * Math.round(settings.concurrencyLimit());
        long hits = Math.round(lookUps * hitRatio);
        return new BotTelemetry(
                ticks,
                Math.round(TICKS * (1 - ticks.atMost(DEADLINE_MS))),
                hits,
                lookUps - hits,
                utilisation > BREAKER_UTILISATION,
                lagMs,
                lagMs * LAG_MAX_OF_P95,
                settings.concurrencyLimit() * utilisation);
    }

    /** Ticks above their deadline (ratio, 0..1). */
    public double deadlineMissRate() {
        return (double) deadlineMisses / ticks.count();
    }

    /** Look-ups that hit (ratio, 0..1). */
    public double hitRatio() {
        return (double) cacheHits / (cacheHits + cacheMisses);
    }
}
