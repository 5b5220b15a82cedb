package io.soakstream.producer.client;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * Collects the {@link Kpis} of an iteration. A value that cannot be, such as a ratio of 30, is refused at once with an
 * {@link IllegalArgumentException} that names it.
 */
public final class KpisBuilder {
    private static final Set<String> BLOCK_REASONS = Set.of("min_interval", "concurrency", "risk", "throttle", "other");

    private final Map<Measure, Double> measures = new EnumMap<>(Measure.class);
    private final Map<String, Long> blockedOrders = new TreeMap<>();
    private Optional<FillCounts> fills = Optional.empty();
    private List<String> negativeEdgeDrivers = List.of();
    private Optional<String> botVersion = Optional.empty();

    KpisBuilder() {}

    /** Net edge (bps), may be negative. */
    public KpisBuilder netBps(double bps) {
        return put(Measure.NET_BPS, bps);
    }

    /** Gross edge (bps). */
    public KpisBuilder grossBps(double bps) {
        return put(Measure.GROSS_BPS, bps);
    }

    /** Effective fees (bps). */
    public KpisBuilder feesEffBps(double bps) {
        return put(Measure.FEES_EFF_BPS, bps);
    }

    /** Mean slippage (bps). */
    public KpisBuilder slippageBps(double bps) {
        return put(Measure.SLIPPAGE_BPS, bps);
    }

    /** 95th percentile of slippage (bps). */
    public KpisBuilder slippageBpsP95(double bps) {
        return put(Measure.SLIPPAGE_BPS_P95, bps);
    }

    /** Mean adverse selection (bps). */
    public KpisBuilder adverseBps(double bps) {
        return put(Measure.ADVERSE_BPS, bps);
    }

    /** 95th percentile of adverse selection (bps). */
    public KpisBuilder adverseBpsP95(double bps) {
        return put(Measure.ADVERSE_BPS_P95, bps);
    }

    /** Inventory cost (bps). */
    public KpisBuilder inventoryBps(double bps) {
        return put(Measure.INVENTORY_BPS, bps);
    }

    /** Moving average of the edge, half-life 1 h (bps). */
    public KpisBuilder edgeBpsEma1h(double bps) {
        return put(Measure.EDGE_BPS_EMA_1H, bps);
    }

    /** Moving average of the edge, half-life 24 h (bps). */
    public KpisBuilder edgeBpsEma24h(double bps) {
        return put(Measure.EDGE_BPS_EMA_24H, bps);
    }

    /** Share of order decisions blocked by risk (ratio, 0..1). */
    public KpisBuilder riskRatio(double ratio) {
        return put(Measure.RISK_RATIO, ratio);
    }

    /** Maker share: maker / (maker + taker) (ratio, 0..1); absent, it follows from the fills. */
    public KpisBuilder makerShare(double ratio) {
        return put(Measure.MAKER_SHARE, ratio);
    }

    /** Cancelled orders / all orders (ratio, 0..1). */
    public KpisBuilder cancelRatio(double ratio) {
        return put(Measure.CANCEL_RATIO, ratio);
    }

    /** Share of order decisions blocked by the minimum interval (ratio, 0..1). */
    public KpisBuilder minIntervalRatio(double ratio) {
        return put(Measure.MIN_INTERVAL_RATIO, ratio);
    }

    /** Share of order decisions blocked by the concurrency limit (ratio, 0..1). */
    public KpisBuilder concurrencyRatio(double ratio) {
        return put(Measure.CONCURRENCY_RATIO, ratio);
    }

    /** Market data cache hits / look-ups (ratio, 0..1). */
    public KpisBuilder hitRatio(double ratio) {
        return put(Measure.HIT_RATIO, ratio);
    }

    /** Ticks that missed their deadline / ticks (ratio, 0..1). */
    public KpisBuilder deadlineMissRate(double ratio) {
        return put(Measure.DEADLINE_MISS_RATE, ratio);
    }

    /** 95th percentile of order latency (ms). */
    public KpisBuilder p95LatencyMs(double ms) {
        return put(Measure.P95_LATENCY_MS, ms);
    }

    /** 95th percentile of order age (ms). */
    public KpisBuilder orderAgeP95Ms(double ms) {
        return put(Measure.ORDER_AGE_P95_MS, ms);
    }

    /** 95th percentile of market data lag (ms). */
    public KpisBuilder wsLagP95Ms(double ms) {
        return put(Measure.WS_LAG_P95_MS, ms);
    }

    /** Largest market data lag (ms). */
    public KpisBuilder wsLagMaxMs(double ms) {
        return put(Measure.WS_LAG_MAX_MS, ms);
    }

    /** Median tick latency (ms). */
    public KpisBuilder tickLatencyP50Ms(double ms) {
        return put(Measure.TICK_LATENCY_P50_MS, ms);
    }

    /** 95th percentile of tick latency (ms). */
    public KpisBuilder tickLatencyP95Ms(double ms) {
        return put(Measure.TICK_LATENCY_P95_MS, ms);
    }

    /** Maker and taker fills (count). */
    public KpisBuilder fills(long maker, long taker) {
        fills = Optional.of(new FillCounts(maker, taker, OptionalDouble.empty(), OptionalDouble.empty()));
        return this;
    }

    /** Maker and taker fills (count) and their volumes (quote currency). */
    public KpisBuilder fills(long maker, long taker, double makerVolume, double takerVolume) {
        fills = Optional.of(
                new FillCounts(maker, taker, OptionalDouble.of(makerVolume), OptionalDouble.of(takerVolume)));
        return this;
    }

    /** Orders blocked for a reason (count): min_interval, concurrency, risk, throttle or other. */
    public KpisBuilder blockedOrders(String reason, long count) {
        if (!BLOCK_REASONS.contains(reason) || count < 0) {
            throw new IllegalArgumentException("blocked orders: " + count + " for " + reason
                    + " is not a count for one of min_interval, concurrency, risk, throttle, other");
        }
        blockedOrders.put(reason, count);
        return this;
    }

    /** Components that made the edge negative, as the bot names them. */
    public KpisBuilder negativeEdgeDrivers(List<String> drivers) {
        negativeEdgeDrivers = List.copyOf(drivers);
        return this;
    }

    /** Version of the bot, as it names itself. */
    public KpisBuilder botVersion(String version) {
        botVersion = Optional.of(version);
        return this;
    }

    public Kpis build() {
        return new Kpis(measures, fills, blockedOrders, negativeEdgeDrivers, botVersion);
    }

    private KpisBuilder put(Measure measure, double value) {
        measures.put(measure, measure.checked(value));
        return this;
    }
}
