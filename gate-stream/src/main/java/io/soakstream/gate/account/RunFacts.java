package io.soakstream.gate.account;

import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.TuningMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which run it is and what was declared about it.
 *
 * @param key run key, {@code bot:run}
 * @param origin run key of the run that this one replays
 * @param mode UNKNOWN where the run's start is not known, as is {@code tuning}
 * @param timesSynthesised the event times are made up at the period
 * @param period declared time between iterations
 * @param declaredIterations in all (count)
 * @param planSteps iterations after which planned values came into force, ascending; empty: no plan
 * @param startValues every value that was set at the start (decimal, catalogue unit); empty: not known
 * @param end how it ended; empty: it has not
 * @param configurationDigest decision configuration in force (hex SHA-256); empty text: not known
 */
public record RunFacts(
        String key,
        Optional<String> origin,
        RunMode mode,
        TuningMode tuning,
        boolean timesSynthesised,
        Optional<Duration> period,
        OptionalInt declaredIterations,
        Optional<Double> declaredHours,
        Optional<String> profile,
        List<Integer> planSteps,
        SortedMap<String, BigDecimal> startValues,
        Optional<RunEnd> end,
        String configurationDigest) {
    public RunFacts {
        planSteps = List.copyOf(planSteps);
        startValues = Collections.unmodifiableSortedMap(new TreeMap<>(startValues));
    }

    public RunPhase phase(int iteration) {
        return RunPhase.of(iteration, planSteps);
    }

    /** Whether another tuner's recording says what was applied: the accounting is its, the judgement ours. */
    public boolean judgedAsRecorded() {
        return tuning == TuningMode.RECORDED;
    }
}
