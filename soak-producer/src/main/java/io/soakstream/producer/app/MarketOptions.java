package io.soakstream.producer.app;

import io.soakstream.producer.simulator.RegimePlan;
import io.soakstream.producer.simulator.SimulatedMarket;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The flags of a simulated market. */
public final class MarketOptions {
    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "What chance brings: the same seed gives the same run (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--regime",
            paramLabel = "REGIME[,N:REGIME...]",
            converter = RegimePlanConverter.class,
            defaultValue = "calm",
            description =
                    "Market: calm, volatile, latency-spike, adverse-selection, flapping or degrading; another from"
                            + " iteration N on (default: ${DEFAULT-VALUE}).")
    private RegimePlan regime;

    /** @param number of the bot among several, from 0: each has a seed of its own */
    public SimulatedMarket market(int number, Duration period) {
        return new SimulatedMarket(seed + number, regime, period);
    }
}
