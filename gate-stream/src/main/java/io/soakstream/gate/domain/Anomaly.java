package io.soakstream.gate.domain;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.kpi.Kpi;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What stands out in one iteration, whatever the policy is. */
public enum Anomaly {
    /** p95 latency above 400 ms. */
    LATENCY,
    /** Risk more than 0.15 above that of the iteration before. */
    RISK_JUMP,
    /** Maker share below 0.75. */
    MAKER_SHARE;

    private static final double LATENCY_LIMIT_MS = 400;
    private static final BigDecimal RISK_JUMP_LIMIT = new BigDecimal("0.15");
    private static final double MAKER_SHARE_FLOOR = 0.75;

    /**
     * Those of an iteration.
     *
     * @param previousRisk of the iteration before; empty: there is none, or it has none (ratio)
     * @param values the iteration's KPIs, as far as it has them
     */
    public static List<Anomaly> of(Optional<Double> previousRisk, Function<Kpi, Optional<Double>> values) {
        List<Anomaly> found = new ArrayList<>();
        if (values.apply(Kpi.P95_LATENCY_MS)
                .filter(latency -> latency > LATENCY_LIMIT_MS)
                .isPresent()) {
            found.add(LATENCY);
        }
        if (jumped(previousRisk, values.apply(Kpi.RISK_RATIO))) {
            found.add(RISK_JUMP);
        }
        if (values.apply(Kpi.MAKER_TAKER_RATIO)
                .filter(share -> share < MAKER_SHARE_FLOOR)
                .isPresent()) {
            found.add(MAKER_SHARE);
        }
        return found;
    }

    private static boolean jumped(Optional<Double> previous, Optional<Double> current) {
        return previous.isPresent()
                && current.isPresent()
                && Decimals.shortest(current.get())
                                .subtract(Decimals.shortest(previous.get()))
                                .compareTo(RISK_JUMP_LIMIT)
                        > 0;
    }
}
