package io.soakstream.producer.client;

import io.soakstream.schemas.contract.IterationSummary;
import java.util.Locale;
import java.util.function.BiConsumer;

/** What can be measured in an iteration, each with its unit and its field of the event. */
enum Measure {
    NET_BPS(Unit.BPS, IterationSummary::setNetBps),
    GROSS_BPS(Unit.BPS, IterationSummary::setGrossBps),
    FEES_EFF_BPS(Unit.BPS, IterationSummary::setFeesEffBps),
    SLIPPAGE_BPS(Unit.BPS, IterationSummary::setSlippageBps),
    SLIPPAGE_BPS_P95(Unit.BPS, IterationSummary::setSlippageBpsP95),
    ADVERSE_BPS(Unit.BPS, IterationSummary::setAdverseBps),
    ADVERSE_BPS_P95(Unit.BPS, IterationSummary::setAdverseBpsP95),
    INVENTORY_BPS(Unit.BPS, IterationSummary::setInventoryBps),
    EDGE_BPS_EMA_1H(Unit.BPS, IterationSummary::setEdgeBpsEma1h),
    EDGE_BPS_EMA_24H(Unit.BPS, IterationSummary::setEdgeBpsEma24h),
    RISK_RATIO(Unit.RATIO, IterationSummary::setRiskRatio),
    MAKER_SHARE(Unit.RATIO, IterationSummary::setMakerTakerRatio),
    CANCEL_RATIO(Unit.RATIO, IterationSummary::setCancelRatio),
    MIN_INTERVAL_RATIO(Unit.RATIO, IterationSummary::setMinIntervalRatio),
    CONCURRENCY_RATIO(Unit.RATIO, IterationSummary::setConcurrencyRatio),
    HIT_RATIO(Unit.RATIO, IterationSummary::setHitRatio),
    DEADLINE_MISS_RATE(Unit.RATIO, IterationSummary::setDeadlineMissRate),
    P95_LATENCY_MS(Unit.MS, IterationSummary::setP95LatencyMs),
    ORDER_AGE_P95_MS(Unit.MS, IterationSummary::setOrderAgeP95Ms),
    WS_LAG_P95_MS(Unit.MS, IterationSummary::setWsLagP95Ms),
    WS_LAG_MAX_MS(Unit.MS, IterationSummary::setWsLagMaxMs),
    TICK_LATENCY_P50_MS(Unit.MS, IterationSummary::setTickLatencyP50Ms),
    TICK_LATENCY_P95_MS(Unit.MS, IterationSummary::setTickLatencyP95Ms);

    /** Which values can be. */
    private enum Unit {
        BPS(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "a finite number (bps)"),
        RATIO(0, 1, "within 0..1 (ratio)"),
        MS(0, Double.POSITIVE_INFINITY, "a duration (ms)");

        private final double min;
        private final double max;
        private final String description;

        Unit(double min, double max, String description) {
            this.min = min;
            this.max = max;
            this.description = description;
        }
    }

    private final Unit unit;
    private final BiConsumer<IterationSummary, Double> field;

    Measure(Unit unit, BiConsumer<IterationSummary, Double> field) {
        this.unit = unit;
        this.field = field;
    }

    /** @throws IllegalArgumentException it cannot be; the message names the measure */
    double checked(double value) {
        if (!Double.isFinite(value) || value < unit.min || value > unit.max) {
            throw new IllegalArgumentException(
                    name().toLowerCase(Locale.ROOT) + ": " + value + " is not " + unit.description);
        }
        return value;
    }

    void write(IterationSummary summary, double value) {
        field.accept(summary, value);
    }
}
