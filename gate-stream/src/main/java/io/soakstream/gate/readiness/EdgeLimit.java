package io.soakstream.gate.readiness;

import java.util.Optional;
import java.util.OptionalDouble;

/** What an edge report must keep to, in the order in which it is reported. A limit itself is still good. */
public enum EdgeLimit {
    ADVERSE("adverse", "adverse_bps_p95", "KPI_ADVERSE", 4.0, 6.0),
    SLIPPAGE("slippage", "slippage_bps_p95", "KPI_SLIPPAGE", 3.0, 5.0),
    CANCEL("cancel_ratio", "cancel_ratio", "KPI_CANCEL", 0.55, 0.70),
    ORDER_AGE("order_age", "order_age_p95_ms", "KPI_ORDER_AGE", 330, 360),
    WS_LAG("ws_lag", "ws_lag_p95_ms", "KPI_WS_LAG", 120, 180),
    NET_BPS("net_bps", "net_bps", "KPI_NET_BPS", 2.5),
    MAKER_SHARE("maker_share", "maker_share_pct", "KPI_MAKER_SHARE", 85.0);

    private final String word;
    private final String field;
    private final String variable;
    private final OptionalDouble warn;
    private final double fail;

    /** A value above a limit is bad. */
    EdgeLimit(String word, String field, String variable, double warn, double fail) {
        this.word = word;
        this.field = field;
        this.variable = variable;
        this.warn = OptionalDouble.of(warn);
        this.fail = fail;
    }

    /** A value below the limit is bad; there is no warning. */
    EdgeLimit(String word, String field, String variable, double fail) {
        this.word = word;
        this.field = field;
        this.variable = variable;
        this.warn = OptionalDouble.empty();
        this.fail = fail;
    }

    /** {@code EDGE:adverse}. */
    String reason() {
        return "EDGE:" + word;
    }

    /** Name in the totals of an edge report. */
    String field() {
        return field;
    }

    /** Environment variable that replaces the limit to warn; empty: there is no such limit. */
    Optional<String> warnVariable() {
        return warn.isPresent() ? Optional.of(variable + "_WARN") : Optional.empty();
    }

    /** Environment variable that replaces the limit to fail. */
    String failVariable() {
        return variable + "_FAIL";
    }

    OptionalDouble warn() {
        return warn;
    }

    double fail() {
        return fail;
    }
}
