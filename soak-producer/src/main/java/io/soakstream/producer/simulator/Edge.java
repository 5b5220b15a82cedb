package io.soakstream.producer.simulator;

/**
 * What is earned, and what is taken off it, per traded volume.
 *
 * @param grossBps earned by quoting (bps)
 * @param feesBps exchange fees (bps)
 * @param adverseBps mean adverse selection (bps)
 * @param slippageBps mean slippage (bps)
 * @param inventoryBps cost of holding positions (bps)
 */
public record Edge(double grossBps, double feesBps, double adverseBps, double slippageBps, double inventoryBps) {
    /** Fee of a maker's volume (bps). */
    private static final double MAKER_FEE_BPS = 0.1;
    /** Fee of a taker's volume (bps). */
    private static final double TAKER_FEE_BPS = 4.5;
    /** Part of the distance from the touch that is really earned: competitors come nearer. */
    private static final double CAPTURE = 0.7;
    /** Of the reference bot on an ordinary day (bps). */
    private static final double INVENTORY_BPS = 0.22;
    /** The fewer fills, the longer until one of the other side comes. */
    private static final double FILLS = -0.9;
    /** Larger positions cost more. */
    private static final double ROOM = 0.5;

    static double grossBps(BotSettings settings, Market market) {
        return market.touchBps() + CAPTURE * settings.extraSpreadBps();
    }

    static double feesBps(double makerShare) {
        return MAKER_FEE_BPS * makerShare + TAKER_FEE_BPS * (1 - makerShare);
    }

    /** @param fills what was filled (count) */
    static double inventoryBps(BotSettings settings, Market market, double fills) {
        return INVENTORY_BPS
                * Response.elastic(fills / OrderFlow.referenceFills(), FILLS)
                * Response.elastic(settings.room(), ROOM)
                * market.volatility();
    }

    /** What is left (bps). */
    double netBps() {
        return grossBps - feesBps - adverseBps - slippageBps - inventoryBps;
    }
}
