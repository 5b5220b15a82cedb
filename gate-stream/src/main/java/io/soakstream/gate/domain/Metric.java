package io.soakstream.gate.domain;

import io.soakstream.schemas.kpi.Kpi;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a criterion may look at: a KPI of the window, another field of the latest iteration, or a count of iterations. */
public enum Metric {
    MAKER_TAKER_RATIO(Kpi.MAKER_TAKER_RATIO),
    P95_LATENCY_MS(Kpi.P95_LATENCY_MS),
    RISK_RATIO(Kpi.RISK_RATIO),
    NET_BPS(Kpi.NET_BPS),
    ADVERSE_BPS_P95(Kpi.ADVERSE_BPS_P95),
    SLIPPAGE_BPS_P95(Kpi.SLIPPAGE_BPS_P95),
    CANCEL_RATIO(Kpi.CANCEL_RATIO),
    ORDER_AGE_P95_MS("order_age_p95_ms", "order age p95", "ms", Source.LATEST),
    WS_LAG_P95_MS("ws_lag_p95_ms", "ws lag p95", "ms", Source.LATEST),
    WS_LAG_MAX_MS("ws_lag_max_ms", "ws lag max", "ms", Source.LATEST),
    MIN_INTERVAL_RATIO("min_interval_ratio", "blocked by interval", "ratio", Source.LATEST),
    CONCURRENCY_RATIO("concurrency_ratio", "blocked by limit", "ratio", Source.LATEST),
    GROSS_BPS("gross_bps", "gross edge", "bps", Source.LATEST),
    FEES_EFF_BPS("fees_eff_bps", "fees", "bps", Source.LATEST),
    SLIPPAGE_BPS("slippage_bps", "slippage", "bps", Source.LATEST),
    ADVERSE_BPS("adverse_bps", "adverse", "bps", Source.LATEST),
    INVENTORY_BPS("inventory_bps", "inventory", "bps", Source.LATEST),
    TICK_LATENCY_P50_MS("tick_latency_p50_ms", "tick p50", "ms", Source.LATEST),
    TICK_LATENCY_P95_MS("tick_latency_p95_ms", "tick p95", "ms", Source.LATEST),
    HIT_RATIO("hit_ratio", "hit ratio", "ratio", Source.LATEST),
    DEADLINE_MISS_RATE("deadline_miss_rate", "deadline misses", "ratio", Source.LATEST),
    EDGE_BPS_EMA_1H("edge_bps_ema_1h", "edge EMA 1h", "bps", Source.LATEST),
    EDGE_BPS_EMA_24H("edge_bps_ema_24h", "edge EMA 24h", "bps", Source.LATEST),
    ELAPSED_MS("elapsed_ms", "elapsed", "ms", Source.LATEST),
    /** Iterations of the window that meet every condition of {@code per_iteration}. */
    ITERATIONS_PASSING("iterations_passing", "iterations passing", "count", Source.COUNT),
    /** Iterations of the window in which the steady-state freeze was in force. */
    STEADY_FREEZE_ITERATIONS("steady_freeze_iterations", "steady-state freeze", "count", Source.COUNT);

    /** WINDOW: statistics over the window. LATEST: the latest iteration alone. COUNT: iterations are counted. */
    public enum Source {
        WINDOW,
        LATEST,
        COUNT
    }

    private static final Map<String, Metric> BY_FIELD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Metric::field, Function.identity()));

    private final String field;
    private final String label;
    private final String unit;
    private final Source source;
    private final Optional<Kpi> kpi;

    Metric(Kpi kpi) {
        this(kpi.field(), kpi.label(), kpi.unit(), Source.WINDOW, Optional.of(kpi));
    }

    Metric(String field, String label, String unit, Source source) {
        this(field, label, unit, source, Optional.empty());
    }

    Metric(String field, String label, String unit, Source source, Optional<Kpi> kpi) {
        this.field = field;
        this.label = label;
        this.unit = unit;
        this.source = source;
        this.kpi = kpi;
    }

    /** Name in records, policies and reports. */
    public String field() {
        return field;
    }

    /** Name for people. */
    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }

    public Source source() {
        return source;
    }

    /** Empty for what no window is kept of. */
    public Optional<Kpi> kpi() {
        return kpi;
    }

    public static Optional<Metric> byField(String field) {
        return Optional.ofNullable(BY_FIELD.get(field));
    }

    /** Those that are known of the latest iteration alone. */
    public static List<Metric> ofLatest() {
        return Arrays.stream(values())
                .filter(metric -> metric.source == Source.LATEST)
                .toList();
    }
}
