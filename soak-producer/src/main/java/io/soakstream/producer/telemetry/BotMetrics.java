package io.soakstream.producer.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The metrics that the alerts of a soak go by, as a bot counts them. One per bot and registry; thread-safe.
 *
 * <p>Gauges that nothing has been said about yet are NaN, which no alert takes for a value.
 */
public final class BotMetrics {
    /** Upper bounds of the buckets (ms); the alert is at 150. */
    private static final double[] BUCKETS_MS = {5, 10, 25, 50, 75, 100, 125, 150, 200, 250, 350, 500, 1_000, 2_500};

    private static final double NANOS_PER_MS = 1e6;

    private final MeterRegistry registry;
    private final Tags tags;
    private final DistributionSummary ticks;
    private final Counter deadlineMisses;
    private final Counter cacheHits;
    private final Counter cacheMisses;
    private final AtomicReference<Double> edgeBpsEma1h;
    private final AtomicReference<Double> edgeBpsEma24h;
    private final AtomicReference<Double> makerShareRatio;
    private final AtomicReference<Double> wsLagMaxMs;
    private final AtomicReference<Double> wsLagP95Ms;
    private final AtomicReference<Double> activeOrders;
    private final AtomicReference<BreakerState> breaker = new AtomicReference<>(BreakerState.CLOSED);

    /** @param registry by whose naming a dot is an underscore and a counter ends in {@code _total} */
    public BotMetrics(MeterRegistry registry) {
        this(registry, Tags.empty());
    }

    /** @param tags of every metric: which bot it is, where a process has several */
    public BotMetrics(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
        this.ticks = DistributionSummary.builder("mm.stage.duration")
                .baseUnit("ms")
                .tags(tags.and(MetricNames.STAGE, MetricNames.TICK_TOTAL))
                .description("Time of a stage of the bot's loop (ms)")
                .serviceLevelObjectives(BUCKETS_MS)
                .register(registry);
        this.deadlineMisses = counter("mm.deadline.miss", "Ticks that missed their deadline (count)");
        this.cacheHits = counter("mm.md.cache.hit", "Market data found in the cache (count)");
        this.cacheMisses = counter("mm.md.cache.miss", "Market data not found in the cache (count)");
        this.edgeBpsEma1h = gauge(MetricNames.EDGE_BPS_EMA_1H, "Moving average of the edge, half-life 1 h (bps)");
        this.edgeBpsEma24h = gauge(MetricNames.EDGE_BPS_EMA_24H, "Moving average of the edge, half-life 24 h (bps)");
        this.makerShareRatio = gauge(MetricNames.MAKER_SHARE_RATIO, "Maker share (ratio, 0..1)");
        this.wsLagMaxMs = gauge(MetricNames.WS_LAG_MAX_MS, "Largest market data lag (ms)");
        this.wsLagP95Ms = gauge(MetricNames.WS_LAG_P95_MS, "95th percentile of market data lag (ms)");
        this.activeOrders = gauge(MetricNames.ACTIVE_ORDERS, "Orders in the book (count)");
        for (BreakerState state : BreakerState.values()) {
            Gauge.builder(MetricNames.CIRCUIT_BREAKER_STATE, breaker, now -> now.get() == state ? 1 : 0)
                    .strongReference(true)
                    .tags(tags.and("state", state.word()))
                    .description("1 for the state that the circuit breaker is in")
                    .register(registry);
        }
    }

    /** States of the bot's circuit breaker. */
    public enum BreakerState {
        CLOSED("closed"),
        HALF_OPEN("half_open"),
        OPEN("open");

        private final String word;

        BreakerState(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** A tick of the bot's loop took so long. */
    public void tick(Duration duration) {
        tickMs(duration.toNanos() / NANOS_PER_MS);
    }

    void tickMs(double durationMs) {
        ticks.record(durationMs);
    }

    /** Ticks missed their deadline. */
    public void deadlinesMissed(long count) {
        deadlineMisses.increment(count);
    }

    /** Market data were looked up. */
    public void cacheLookUps(long hits, long misses) {
        cacheHits.increment(hits);
        cacheMisses.increment(misses);
    }

    /** A guard of the bot tripped. */
    public void guardTripped(String guard) {
        Counter.builder("mm.guard.trip")
                .tags(tags.and("guard", guard))
                .description("Trips of a guard of the bot (count)")
                .register(registry)
                .increment();
    }

    /** Moving averages of the edge (bps). */
    public void edge(double ema1hBps, double ema24hBps) {
        edgeBpsEma1h.set(ema1hBps);
        edgeBpsEma24h.set(ema24hBps);
    }

    /** Maker share (ratio, 0..1). */
    public void makerShare(double ratio) {
        makerShareRatio.set(ratio);
    }

    /** Market data lag (ms). */
    public void wsLag(double p95Ms, double maxMs) {
        wsLagP95Ms.set(p95Ms);
        wsLagMaxMs.set(maxMs);
    }

    /** Orders in the book (count). */
    public void activeOrders(double count) {
        activeOrders.set(count);
    }

    public void breaker(BreakerState state) {
        breaker.set(state);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).tags(tags).description(description).register(registry);
    }

    private AtomicReference<Double> gauge(String name, String description) {
        AtomicReference<Double> value = new AtomicReference<>(Double.NaN);
        Gauge.builder(name, value, AtomicReference::get)
                .tags(tags)
                .strongReference(true)
                .description(description)
                .register(registry);
        return value;
    }
}
