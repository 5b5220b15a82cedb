package io.soakstream.producer.loop;

import io.soakstream.producer.simulator.BotTelemetry;
import io.soakstream.producer.simulator.Edge;
import io.soakstream.producer.simulator.SimulatedIteration;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.BlockReason;
import io.soakstream.schemas.contract.Fills;
import io.soakstream.schemas.contract.IterationSummary;
import java.util.List;

/** Makes an event's body out of a simulated iteration, with the digits that a bot would report. */
final class SummaryMapper {
    private SummaryMapper() {}

    static IterationSummary of(SimulatedIteration iteration, InForce inForce, EdgeAverages averages, long elapsedMs) {
        IterationSummary summary = IterationSummary.newBuilder().build();
        summary.setIteration(iteration.iteration());
        kpis(iteration, summary);
        edge(iteration.edge(), summary);
        blocks(iteration, summary);
        telemetry(iteration.telemetry(), summary);
        summary.setNegEdgeDrivers(iteration.negativeEdgeDrivers());
        summary.setEdgeBpsEma1h(rounded(averages.oneHourBps(), 3));
        summary.setEdgeBpsEma24h(rounded(averages.oneDayBps(), 3));
        summary.setElapsedMs(elapsedMs);
        summary.setBotVersion("simulator");
        echo(inForce, summary);
        return summary;
    }

    private static void kpis(SimulatedIteration iteration, IterationSummary summary) {
        summary.setNetBps(rounded(iteration.netBps(), 3));
        summary.setMakerTakerRatio(rounded(iteration.makerShare(), 4));
        summary.setMakerTakerSource("internal_fills");
        summary.setFills(Fills.newBuilder()
                .setMakerCount(iteration.makerFills())
                .setTakerCount(iteration.takerFills())
                .build());
        summary.setP95LatencyMs(rounded(iteration.p95LatencyMs(), 1));
        summary.setAdverseBpsP95(rounded(iteration.adverseBpsP95(), 3));
        summary.setSlippageBpsP95(rounded(iteration.slippageBpsP95(), 3));
        summary.setOrderAgeP95Ms(rounded(iteration.orderAgeP95Ms(), 1));
        summary.setCancelRatio(rounded(iteration.cancelRatio(), 4));
    }

    private static void edge(Edge edge, IterationSummary summary) {
        summary.setGrossBps(rounded(edge.grossBps(), 3));
        summary.setFeesEffBps(rounded(edge.feesBps(), 3));
        summary.setAdverseBps(rounded(edge.adverseBps(), 3));
        summary.setSlippageBps(rounded(edge.slippageBps(), 3));
        summary.setInventoryBps(rounded(edge.inventoryBps(), 3));
    }

    private static void blocks(SimulatedIteration iteration, IterationSummary summary) {
        double allowed = iteration.blocks().allowedRatio();
        double attempts = iteration.fills() / allowed;
        double concurrency = rounded(iteration.blocks().concurrencyRatio(), 4);
        double minInterval = rounded(iteration.blocks().minIntervalRatio(), 4);
        double risk = rounded(iteration.blocks().riskRatio(), 4);
        summary.setRiskRatio(risk);
        summary.setMinIntervalRatio(minInterval);
        summary.setConcurrencyRatio(concurrency);
        summary.setBlockReasons(List.of(
                block("concurrency", concurrency, attempts),
                block("min_interval", minInterval, attempts),
                block("risk", risk, attempts)));
    }

    private static BlockReason block(String reason, double ratio, double attempts) {
        return new BlockReason(reason, Math.round(ratio * attempts), ratio);
    }

    private static void telemetry(BotTelemetry telemetry, IterationSummary summary) {
        summary.setTickLatencyP50Ms(rounded(telemetry.ticks().quantileMs(0.5), 1));
        summary.setTickLatencyP95Ms(rounded(telemetry.ticks().quantileMs(0.95), 1));
        summary.setHitRatio(rounded(telemetry.hitRatio(), 4));
        summary.setDeadlineMissRate(rounded(telemetry.deadlineMissRate(), 4));
        summary.setWsLagP95Ms(rounded(telemetry.wsLagP95Ms(), 1));
        summary.setWsLagMaxMs(rounded(telemetry.wsLagMaxMs(), 1));
    }

    private static void echo(InForce inForce, IterationSummary summary) {
        summary.setEffectiveOverrides(OverridesMapper.values(inForce.atEnd()));
        summary.setOverridesHash(inForce.atEnd().stateHash());
        summary.setMixed(inForce.mixed());
    }

    private static double rounded(double value, int scale) {
        return Decimals.rounded(value, scale).doubleValue();
    }
}
