package io.soakstream.gate.domain;

import io.soakstream.schemas.canonical.Decimals;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The least that a policy needs to conclude anything.
 *
 * @param passIterations iterations that PASS and WARN need (count); empty: a full window
 * @param failIterations iterations that FAIL needs (count)
 * @param elapsed how long the run must have lasted for any of them; empty: it does not matter
 */
public record Minimum(OptionalInt passIterations, int failIterations, Optional<Elapsed> elapsed) {
    private static final BigDecimal MS_PER_HOUR = BigDecimal.valueOf(3_600_000);

    /**
     * A time that the run must have lasted.
     *
     * @param hours empty: as many as the run declares (h)
     */
    public record Elapsed(Optional<BigDecimal> hours) {}

    /** Iterations that PASS and WARN need in a window of the given capacity (count). */
    int passIterations(int capacity) {
        return passIterations.orElse(capacity);
    }

    /** Why the run has not lasted long enough; empty: it has. */
    Optional<Reason> timeMissing(Evidence evidence) {
        return elapsed.flatMap(needed -> timeMissing(needed, evidence));
    }

    private static Optional<Reason> timeMissing(Elapsed elapsed, Evidence evidence) {
        Optional<BigDecimal> hours = elapsed.hours().or(evidence.record()::declaredHours);
        if (hours.isEmpty()) {
            return Optional.of(Reason.of(Reason.UNDECLARED_HOURS));
        }
        Optional<BigDecimal> lasted = evidence.latest(Metric.ELAPSED_MS);
        if (lasted.isEmpty()) {
            return Optional.of(Reason.of(Reason.NODATA, Metric.ELAPSED_MS.field()));
        }
        BigDecimal needed = hours.get().multiply(MS_PER_HOUR);
        return lasted.get().compareTo(needed) < 0
                ? Optional.of(
                        Reason.of(Reason.INSUFFICIENT_ELAPSED, Decimals.plain(lasted.get()), Decimals.plain(needed)))
                : Optional.empty();
    }
}
