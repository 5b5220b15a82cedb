package io.soakstream.deploy.benchmark;

import io.soakstream.schemas.contract.BlockReason;
import io.soakstream.schemas.contract.Fills;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Iterations of several runs, in turn: record n is iteration {@code firstIteration + n / runs} of run {@code n % runs}.
 * Each is what a live bot sends: KPIs, drivers, fills, blocks and what it ran with. The same n gives the same bytes. No
 * hash is echoed: one that never changes would soon leave every proposal stuck, and nothing would be applied.
 *
 * @param bot keeps the runs of one load apart from those of another
 * @param runs number of runs (count)
 * @param firstIteration number of each run's first iteration
 * @param records how many there are in all (count)
 */
record EventLoad(String bot, int runs, int firstIteration, long records) implements Load<SoakEvent> {
    private static final Instant START = Instant.parse("2025-10-12T12:00:00Z");
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final Overrides OVERRIDES = Overrides.start(ParameterCatalogue.standard());
    private static final List<ParameterValue> ECHO = OVERRIDES.values().entrySet().stream()
            .map(entry -> new ParameterValue(entry.getKey(), entry.getValue().toPlainString()))
            .toList();

    @Override
    public String key(long n) {
        return bot + ":" + run(n);
    }

    @Override
    public SoakEvent value(long n) {
        int iteration = Math.toIntExact(firstIteration + n / runs);
        return SoakEvent.newBuilder()
                .setBot(bot)
                .setRun(run(n))
                .setEventTimeMs(START.plus(PERIOD.multipliedBy(iteration)).toEpochMilli())
                .setIterationSummary(summary(iteration, n))
                .build();
    }

    /** Which record an iteration of a run is. */
    long index(String run, int iteration) {
        return (long) (iteration - firstIteration) * runs + Long.parseLong(run.substring(1));
    }

    private String run(long n) {
        return "r" + n % runs;
    }

    private static IterationSummary summary(int iteration, long n) {
        return IterationSummary.newBuilder()
                .setIteration(iteration)
                .setNetBps(between(2.4, 3.6, n))
                .setRiskRatio(between(0.25, 0.45, n + 1))
                .setMakerTakerRatio(between(0.78, 0.92, n + 2))
                .setMakerTakerSource("fills_volume")
                .setP95LatencyMs(between(180, 360, n + 3))
                .setAdverseBpsP95(between(1, 4, n + 4))
                .setSlippageBpsP95(between(1, 3, n + 5))
                .setOrderAgeP95Ms(between(250, 400, n + 6))
                .setCancelRatio(between(0.3, 0.7, n + 7))
                .setMinIntervalRatio(between(0.1, 0.4, n + 8))
                .setConcurrencyRatio(between(0.1, 0.4, n + 9))
                .setBlockReasons(blocks(n))
                .setNegEdgeDrivers(List.of("slippage_bps", "adverse_bps"))
                .setFills(new Fills(500L, 100L, 25_000.0, 5_000.0, null))
                .setBotVersion("1.4.2")
                .setEffectiveOverrides(ECHO)
                .build();
    }

    private static List<BlockReason> blocks(long n) {
        return Stream.of("min_interval", "concurrency", "risk")
                .map(reason -> new BlockReason(reason, n % 1_000, between(0.1, 0.4, n)))
                .toList();
    }

    /** A number with three decimals; scattered, but the same for the same n. */
    private static double between(double low, double high, long n) {
        long scattered = n * 0x9E3779B97F4A7C15L >>> 40;
        return Math.rint((low + (high - low) * scattered / (1 << 24)) * 1_000) / 1_000;
    }
}
