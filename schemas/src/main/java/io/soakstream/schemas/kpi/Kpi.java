package io.soakstream.schemas.kpi;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The KPIs that are kept in the last-N window, in the order in which they are reported. */
public enum Kpi {
    MAKER_TAKER_RATIO("maker_taker_ratio", "maker share", "ratio", Direction.HIGHER, "0.1"),
    P95_LATENCY_MS("p95_latency_ms", "p95 latency", "ms", Direction.LOWER, "10"),
    RISK_RATIO("risk_ratio", "risk", "ratio", Direction.LOWER, "0.1"),
    NET_BPS("net_bps", "net edge", "bps", Direction.HIGHER, "1"),
    ADVERSE_BPS_P95("adverse_bps_p95", "adverse p95", "bps", Direction.LOWER, "1"),
    SLIPPAGE_BPS_P95("slippage_bps_p95", "slippage p95", "bps", Direction.LOWER, "1"),
    CANCEL_RATIO("cancel_ratio", "cancel ratio", "ratio", Direction.LOWER, "0.1");

    private static final Map<String, Kpi> BY_FIELD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Kpi::field, Function.identity()));

    private final String field;
    private final String label;
    private final String unit;
    private final Direction better;
    private final BigDecimal trendFloor;

    Kpi(String field, String label, String unit, Direction better, String trendFloor) {
        this.field = field;
        this.label = label;
        this.unit = unit;
        this.better = better;
        this.trendFloor = new BigDecimal(trendFloor);
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

    /** Which way is good. */
    public Direction better() {
        return better;
    }

    /** Magnitude below which a relative change means nothing: the trend test never divides by less (unit of the KPI). */
    public BigDecimal trendFloor() {
        return trendFloor;
    }

    /** Whether the harmonic mean says something: of a share it does, as one bad iteration pulls it down. */
    public boolean hasHarmonicMean() {
        return this == MAKER_TAKER_RATIO;
    }

    public static Optional<Kpi> byField(String field) {
        return Optional.ofNullable(BY_FIELD.get(field));
    }

    /** Direction of goodness. */
    public enum Direction {
        HIGHER,
        LOWER
    }
}
