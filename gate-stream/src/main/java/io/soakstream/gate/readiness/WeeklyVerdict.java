package io.soakstream.gate.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.gate.document.MalformedDocumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a weekly rollup's medians say: net edge at least 2.7 bps, order age at most 350 ms, maker share at least 0.85. A
 * missing one fails; a broken trend alone warns.
 *
 * @param reasons {@code bad_kpi(order_age_p95_ms=400)}, {@code trend_broken}
 */
public record WeeklyVerdict(Level level, List<String> reasons) {
    private static final double LEAST_NET_BPS = 2.7;
    private static final double MOST_ORDER_AGE_MS = 350;
    private static final double MOST_TAKER_PCT = 15;
    private static final double PERCENT = 100;

    /** From good to bad. */
    public enum Level {
        PASS,
        WARN,
        FAIL
    }

    public WeeklyVerdict {
        reasons = List.copyOf(reasons);
    }

    /**
     * @param name of the document, for messages
     * @throws MalformedDocumentException it is no object, or a median is no number
     */
    public static WeeklyVerdict of(String name, JsonNode rollup) {
        if (!rollup.isObject()) {
            throw new MalformedDocumentException(name + ": must be a JSON object");
        }
        Fields fields = new Fields(name, rollup);
        List<String> bad = new ArrayList<>();
        OptionalDouble net = fields.number("edge_net_bps.median");
        require(net.isPresent() && net.getAsDouble() >= LEAST_NET_BPS, "edge_net_bps", net, bad);
        OptionalDouble age = fields.number("order_age_p95_ms.median", 0, Double.MAX_VALUE);
        require(age.isPresent() && age.getAsDouble() <= MOST_ORDER_AGE_MS, "order_age_p95_ms", age, bad);
        OptionalDouble taker = fields.number("taker_share_pct.median", 0, PERCENT);
        require(taker.isPresent() && taker.getAsDouble() <= MOST_TAKER_PCT, "taker_share_pct", taker, bad);
        if (!bad.isEmpty()) {
            return new WeeklyVerdict(Level.FAIL, bad);
        }
        return fields.isTrue("regress_guard.trend_ok")
                ? new WeeklyVerdict(Level.PASS, List.of())
                : new WeeklyVerdict(Level.WARN, List.of("trend_broken"));
    }

    private static void require(boolean good, String kpi, OptionalDouble value, List<String> bad) {
        if (!good) {
            bad.add("bad_kpi(" + kpi + "=" + (value.isPresent() ? value.getAsDouble() : "nodata") + ")");
        }
    }

    /** The line that scripts look for. */
    public String marker() {
        return "KPI_GATE: " + level + " weekly" + (reasons.isEmpty() ? "" : " " + String.join("; ", reasons));
    }
}
