package io.soakstream.gate.domain;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.kpi.Kpi;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a single iteration must meet to be counted as passing.
 *
 * @param threshold limit, in the KPI's unit
 */
public record Condition(Kpi kpi, Comparator comparator, BigDecimal threshold) {

    /** Whether an iteration meets all of them; empty: it misses none, but of some it has no data. */
    static Optional<Boolean> allMet(List<Condition> conditions, IterationFacts iteration) {
        List<Optional<Boolean>> answers =
                conditions.stream().map(condition -> condition.metBy(iteration)).toList();
        if (answers.contains(Optional.of(false))) {
            return Optional.of(false);
        }
        return answers.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(true);
    }

    private Optional<Boolean> metBy(IterationFacts iteration) {
        return iteration.value(kpi).map(this::isMetBy);
    }

    /** Whether a value meets it (unit of the KPI). */
    public boolean isMetBy(double value) {
        return comparator.met(Decimals.shortest(value), threshold);
    }
}
