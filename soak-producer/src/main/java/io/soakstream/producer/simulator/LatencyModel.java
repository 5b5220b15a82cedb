package io.soakstream.producer.simulator;

/** How long an order takes: a queue in front of the venue's gateway. */
record LatencyModel(BotSettings settings, Market market) {
    /** 95th percentile on an idle gateway (ms). */
    private static final double IDLE_P95_MS = 165;
    /** Share of the gateway's time that the reference bot takes on an ordinary day. */
    private static final double UTILISATION = 0.42;
    /** A queue as long as this is cut by the gateway's own limits. */
    private static final double MOST_UTILISED = 0.93;
    /** Orders in flight queue behind each other. */
    private static final double PARALLEL = 0.45;
    /** Each replacement is a message. */
    private static final double REPLACING = 0.5;
    /** A pause thins bursts out. */
    private static final double PAUSE = -0.3;
    /** An order that rests longer needs fewer messages. */
    private static final double AGE = -0.4;

    /** Share of the gateway's time in use (ratio, below 1). */
    double utilisation() {
        double busy = UTILISATION
                * Response.elastic(settings.parallel(), PARALLEL)
                * Response.elastic(settings.replacing(), REPLACING)
                * Response.elastic(settings.pause(), PAUSE)
                * Response.elastic(settings.age(), AGE)
                * market.load();
        return Math.min(MOST_UTILISED, busy);
    }

    /** 95th percentile of order latency (ms): waiting grows with 1 / idle time. */
    double p95Ms() {
        return IDLE_P95_MS / (1 - utilisation());
    }

    /** The same of the reference bot on an ordinary day (ms). */
    static double referenceP95Ms() {
        return IDLE_P95_MS / (1 - UTILISATION);
    }
}
