package io.soakstream.tuner.domain.rule;

import io.soakstream.schemas.parameter.Overrides;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The move of the concurrency limit that both latency rules make. */
final class ConcurrencyRelief {
    private static final String CONCURRENCY = "concurrency_limit";

    private ConcurrencyRelief() {}

    /** Down to trunc(factor x current), never below the smallest. */
    static Move move(Overrides current, BigDecimal factor, BigDecimal smallest) {
        BigDecimal wanted = Move.now(current, CONCURRENCY).multiply(factor).setScale(0, RoundingMode.DOWN);
        return Move.downTo(CONCURRENCY, wanted.max(smallest));
    }
}
