package io.soakstream.producer.simulator;

import io.soakstream.producer.simulator.Noise.Field;
import java.time.Duration;

/**
 * A bot in a market: what an iteration comes to is a function of (seed, plan, iteration, settings) alone.
 *
 * @param seed what chance brings
 * @param plan which regime holds when
 * @param period length of an iteration
 */
public record SimulatedMarket(long seed, RegimePlan plan, Duration period) {
    private static final double RISK_SPREAD = 0.04;
    private static final double LATENCY_SPREAD = 0.015;
    private static final double COST_SPREAD = 0.04;
    private static final double SHARE_SPREAD = 0.06;
    private static final double GROSS_SPREAD_BPS = 0.12;
    private static final double COUNT_SPREAD = 0.05;
    private static final double MS_PER_HOUR = 3_600_000.0;

    public SimulatedMarket {
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("period: " + period + " is not above 0");
        }
    }

    /** Five minutes an iteration, as soaks have it. */
    public static SimulatedMarket of(long seed, RegimePlan plan) {
        return new SimulatedMarket(seed, plan, Duration.ofMinutes(5));
    }

    /**
     * An iteration.
     *
     * @param iteration number, from 1
     * @param settings what the bot runs with; any positive numbers
     */
    public SimulatedIteration iterate(int iteration, BotSettings settings) {
        Noise noise = new Noise(seed);
        double hours = (iteration - 1) * (period.toMillis() / MS_PER_HOUR);
        Market market = new Mood(noise, iteration).of(plan.at(iteration).at(hours));
        return new Chance(noise, iteration).iterate(settings, market);
    }

    /** One iteration in a given market. */
    private record Chance(Noise noise, int iteration) {

        SimulatedIteration iterate(BotSettings settings, Market market) {
            LatencyModel latency = new LatencyModel(settings, market);
            double p95Ms = latency.p95Ms() * factor(Field.LATENCY, LATENCY_SPREAD);
            Blocks blocks = Blocks.of(
                    settings, new RiskExposure(settings, market).blockedRatio(factor(Field.RISK, RISK_SPREAD)));
            double adverse = new AdverseSelection(settings, market).p95Bps() * factor(Field.ADVERSE, COST_SPREAD);
            double slippage = new Slippage(settings, market, p95Ms).p95Bps() * factor(Field.SLIPPAGE, COST_SPREAD);
            double share =
                    new MakerShare(settings, market, blocks.riskRatio()).ratio(deviate(Field.SHARE, SHARE_SPREAD));
            OrderFlow flow = new OrderFlow(settings, market);
            double fills = flow.fills() * blocks.allowedRatio() * factor(Field.FLOW, COUNT_SPREAD);
            long makerFills = Math.round(fills * share);
            return new SimulatedIteration(
                    iteration,
                    blocks,
                    edge(settings, market, share, adverse, slippage, fills),
                    makerFills,
                    Math.max(0, Math.round(fills) - makerFills),
                    share,
                    p95Ms,
                    adverse,
                    slippage,
                    flow.ageP95Ms() * factor(Field.AGE, COUNT_SPREAD),
                    Math.min(1, flow.cancelRatio() * factor(Field.CANCEL, LATENCY_SPREAD)),
                    BotTelemetry.of(settings, market, latency.utilisation(), factor(Field.LAG, COUNT_SPREAD)));
        }

        private Edge edge(
                BotSettings settings, Market market, double share, double adverse, double slippage, double fills) {
            return new Edge(
                    Edge.grossBps(settings, market) + deviate(Field.GROSS, GROSS_SPREAD_BPS),
                    Edge.feesBps(share),
                    AdverseSelection.meanBps(adverse),
                    Slippage.meanBps(slippage),
                    Edge.inventoryBps(settings, market, fills));
        }

        private double factor(Field field, double spread) {
            return noise.factor(field, iteration, spread);
        }

        private double deviate(Field field, double spread) {
            return spread * noise.deviate(field, iteration);
        }
    }
}
