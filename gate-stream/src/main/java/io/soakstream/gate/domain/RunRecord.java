package io.soakstream.gate.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the gate remembers of one run.
 *
 * @param window facts of the iterations in the window, ascending
 * @param chains policy name to the head of its digest chain
 * @param stalled iterations have stayed away, and a verdict has said so
 */
public record RunRecord(
        List<IterationFacts> window, TuningTally tally, SortedMap<String, ChainHead> chains, boolean stalled) {

    /**
     * The latest verdict of one policy.
     *
     * @param sequence its number, from 1
     * @param digest its digest (hex SHA-256)
     */
    public record ChainHead(long sequence, VerdictLevel level, String digest) {}

    public RunRecord {
        window = List.copyOf(window);
        chains = Collections.unmodifiableSortedMap(new TreeMap<>(chains));
    }

    public static RunRecord empty() {
        return new RunRecord(List.of(), TuningTally.empty(), new TreeMap<>(), false);
    }

    /** The record with one more iteration; the window keeps {@code capacity} of them. */
    public RunRecord with(IterationFacts iteration, TuningFacts tuning, int capacity) {
        List<IterationFacts> facts = new ArrayList<>(window);
        facts.add(iteration);
        return new RunRecord(
                facts.subList(Math.max(0, facts.size() - capacity), facts.size()),
                tally.with(iteration.iteration(), tuning),
                chains,
                false);
    }

    RunRecord with(String policy, ChainHead head) {
        SortedMap<String, ChainHead> next = new TreeMap<>(chains);
        next.put(policy, head);
        return new RunRecord(window, tally, next, stalled);
    }

    /** The record of a run whose iterations stay away. */
    RunRecord halted() {
        return new RunRecord(window, tally, chains, true);
    }

    /** The iterations in the window, ascending. */
    public List<Integer> iterations() {
        return window.stream().map(IterationFacts::iteration).toList();
    }

    /** Number of the latest iteration; 0: none yet. */
    int lastIteration() {
        return window.isEmpty() ? 0 : window.get(window.size() - 1).iteration();
    }

    /** The state hash in force after the latest iteration, if any was ever known. */
    public Optional<String> lastStateHash() {
        return window.isEmpty()
                ? Optional.empty()
                : window.get(window.size() - 1).stateHash();
    }
}
