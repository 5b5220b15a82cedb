package io.soakstream.producer.simulator;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an iteration came to.
 *
 * @param iteration number, from 1
 * @param blocks orders that were not sent
 * @param edge what was earned
 * @param makerFills fills as maker (count)
 * @param takerFills fills as taker (count)
 * @param makerShare maker share of the volume (ratio, 0..1)
 * @param p95LatencyMs 95th percentile of order latency (ms)
 * @param adverseBpsP95 95th percentile of adverse selection (bps)
 * @param slippageBpsP95 95th percentile of slippage (bps)
 * @param orderAgeP95Ms 95th percentile of order age (ms)
 * @param cancelRatio cancelled orders (ratio, 0..1)
 * @param telemetry what the bot shows of itself
 */
public record SimulatedIteration(
        int iteration,
        Blocks blocks,
        Edge edge,
        long makerFills,
        long takerFills,
        double makerShare,
        double p95LatencyMs,
        double adverseBpsP95,
        double slippageBpsP95,
        double orderAgeP95Ms,
        double cancelRatio,
        BotTelemetry telemetry) {
    /** A cost above this much of the gross edge is named as what makes it negative. */
    private static final double DRIVER_OF_GROSS = 0.25;

    public long fills() {
        return makerFills + takerFills;
    }

    /** Net edge (bps). */
    public double netBps() {
        return edge.netBps();
    }

    /** The largest costs of an iteration that lost money, by their published names. */
    public List<String> negativeEdgeDrivers() {
        if (netBps() >= 0) {
            return List.of();
        }
        double large = DRIVER_OF_GROSS * edge.grossBps();
        return Stream.of(
                        Map.entry("adverse_bps", edge.adverseBps()),
                        Map.entry("fees_eff_bps", edge.feesBps()),
                        Map.entry("slippage_bps", edge.slippageBps()))
                .filter(cost -> cost.getValue() > large)
                .map(Map.Entry::getKey)
                .toList();
    }
}
