package io.soakstream.gate.domain;

import io.soakstream.schemas.canonical.Decimals;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the gate remembers of one run.
 *
 * @param window the iterations in the window
 * @param latest what the latest iteration says beside its KPIs (unit of the metric)
 * @param declaredHours hours that the run is to last; empty: it does not say (h)
 * @param chains policy name to the head of its digest chain
 * @param stalled iterations have stayed away, and a verdict has said so
 */
public record RunRecord(
        RecentIterations window,
        Map<Metric, Double> latest,
        Optional<BigDecimal> declaredHours,
        TuningTally tally,
        SortedMap<String, ChainHead> chains,
        boolean stalled) {

    /**
     * The latest verdict of one policy.
     *
     * @param sequence its number, from 1
     * @param digest its digest (hex SHA-256)
     * @param worst the worst of the run so far
     */
    public record ChainHead(long sequence, VerdictLevel level, String digest, Worst worst) {}

    public RunRecord {
        latest = Map.copyOf(latest);
        chains = Collections.unmodifiableSortedMap(new TreeMap<>(chains));
    }

    public static RunRecord empty() {
        return new RunRecord(
                RecentIterations.none(), Map.of(), Optional.empty(), TuningTally.empty(), new TreeMap<>(), false);
    }

    /** The record of a run that says how long it is to last (h). */
    public RunRecord declaring(double hours) {
        return new RunRecord(window, latest, Optional.of(Decimals.shortest(hours)), tally, chains, stalled);
    }

    /**
     * The record with one more iteration; the window keeps {@code capacity} of them.
     *
     * @param values what the iteration says beside its KPIs
     */
    public RunRecord with(IterationFacts iteration, Map<Metric, Double> values, TuningFacts tuning, int capacity) {
        return new RunRecord(
                window.with(iteration, capacity),
                values,
                declaredHours,
                tally.with(iteration.iteration(), tuning),
                chains,
                false);
    }

    /** The record without iterations that are not in the window. */
    RunRecord within(JudgedWindow judged) {
        return new RunRecord(window.within(judged.iterations()), latest, declaredHours, tally, chains, stalled);
    }

    RunRecord with(String policy, ChainHead head) {
        SortedMap<String, ChainHead> next = new TreeMap<>(chains);
        next.put(policy, head);
        return new RunRecord(window, latest, declaredHours, tally, next, stalled);
    }

    /** The record of a run whose iterations stay away. */
    RunRecord halted() {
        return new RunRecord(window, latest, declaredHours, tally, chains, true);
    }

    /** Value in the latest iteration itself; empty: it has none (unit of the metric). */
    Optional<Double> latest(Metric metric) {
        return metric.kpi().isPresent()
                ? window.last().flatMap(facts -> facts.value(metric.kpi().get()))
                : Optional.ofNullable(latest.get(metric));
    }

    /** The iterations in the window, ascending. */
    public List<Integer> iterations() {
        return window.numbers();
    }

    /** Number of the latest iteration; 0: none yet. */
    int lastIteration() {
        return window.lastNumber();
    }

    /** The state hash in force after the latest iteration, if any was ever known. */
    public Optional<String> lastStateHash() {
        return window.last().flatMap(IterationFacts::stateHash);
    }
}
