package io.soakstream.producer.telemetry;

/** The metrics of a bot, by their published names. */
final class MetricNames {
    static final String STAGE_DURATION_MS = "mm_stage_duration_ms";
    static final String STAGE = "stage";
    static final String TICK_TOTAL = "tick_total";
    static final String DEADLINE_MISS = "mm_deadline_miss_total";
    static final String CACHE_HIT = "mm_md_cache_hit_total";
    static final String CACHE_MISS = "mm_md_cache_miss_total";
    static final String GUARD_TRIP = "mm_guard_trip_total";
    static final String EDGE_BPS_EMA_1H = "mm_edge_bps_ema1h";
    static final String EDGE_BPS_EMA_24H = "mm_edge_bps_ema24h";
    static final String MAKER_SHARE_RATIO = "mm_maker_share_ratio";
    static final String WS_LAG_MAX_MS = "mm_ws_lag_max_ms";
    static final String WS_LAG_P95_MS = "mm_ws_lag_p95_ms";
    static final String CIRCUIT_BREAKER_STATE = "mm_circuit_breaker_state";
    static final String ACTIVE_ORDERS = "mm_active_orders";

    private MetricNames() {}
}
