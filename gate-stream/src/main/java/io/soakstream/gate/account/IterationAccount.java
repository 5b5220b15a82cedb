package io.soakstream.gate.account;

import io.soakstream.gate.domain.Anomaly;
import io.soakstream.gate.domain.Metric;
import io.soakstream.gate.mapping.SummaryMapper;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.Verification;
import io.soakstream.schemas.kpi.Kpi;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One accepted iteration.
 *
 * @param summary KPIs, drivers and echo as they came; what is missing is missing
 * @param eventTimeMs event time, never going back within a run (ms since 1970-01-01 UTC)
 * @param violations of the snapshot policy's conditions, in its order
 * @param anomalies compared with the iteration before
 * @param verification whether the bot was known to run with its overrides, after the iteration
 * @param settled what echoes later said of what it applied; empty: nothing
 * @param verdicts about it, in order: one of each policy, then those of a stall and of the end if it was the latest
 */
public record IterationAccount(
        IterationSummary summary,
        long eventTimeMs,
        List<Violation> violations,
        List<Anomaly> anomalies,
        GuardAccount guards,
        TuningAccount tuning,
        Verification verification,
        Optional<Settlement> settled,
        List<Verdict> verdicts) {

    /**
     * The later word about what was applied.
     *
     * @param outcome CONFIRMED or STUCK
     * @param eventTimeMs of the event that settled it (ms since 1970-01-01 UTC)
     */
    public record Settlement(ApplicationOutcome outcome, long eventTimeMs) {}

    public IterationAccount {
        violations = List.copyOf(violations);
        anomalies = List.copyOf(anomalies);
        verdicts = List.copyOf(verdicts);
    }

    IterationAccount with(TuningAccount other) {
        return new IterationAccount(
                summary, eventTimeMs, violations, anomalies, guards, other, verification, settled, verdicts);
    }

    public int iteration() {
        return summary.getIteration();
    }

    public Instant eventTime() {
        return Instant.ofEpochMilli(eventTimeMs);
    }

    /** Empty: the iteration has none, or no number (unit of the metric). */
    public Optional<Double> value(Metric metric) {
        return SummaryMapper.value(summary, metric.field()).filter(Double::isFinite);
    }

    /** Empty: the iteration has none, or no number (unit of the KPI). */
    public Optional<Double> value(Kpi kpi) {
        return SummaryMapper.value(summary, kpi.field()).filter(Double::isFinite);
    }

    /** The policy's judgement of this iteration; not that of a stall or of the end. */
    public Optional<Verdict> verdict(String policy) {
        return verdicts.stream()
                .filter(verdict -> verdict.getPolicy().equals(policy))
                .findFirst();
    }
}
