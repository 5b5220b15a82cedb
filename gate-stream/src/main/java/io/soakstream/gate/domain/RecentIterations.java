package io.soakstream.gate.domain;

import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.kpi.KpiStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The last iterations of a run, as the gate has seen them.
 *
 * @param capacity how many are kept; 0: none has come yet (count)
 * @param facts ascending by number
 */
public record RecentIterations(int capacity, List<IterationFacts> facts) {
    public RecentIterations {
        facts = List.copyOf(facts);
    }

    static RecentIterations none() {
        return new RecentIterations(0, List.of());
    }

    RecentIterations with(IterationFacts iteration, int keep) {
        List<IterationFacts> more = new ArrayList<>(facts);
        more.add(iteration);
        return new RecentIterations(keep, more.subList(Math.max(0, more.size() - keep), more.size()));
    }

    /**
     * Without those that a window no longer holds: where a decision never came, older ones must not take its place. The
     * latest stays, whatever the window says.
     */
    RecentIterations within(List<Integer> numbers) {
        return new RecentIterations(
                capacity,
                facts.stream()
                        .filter(iteration ->
                                numbers.contains(iteration.iteration()) || iteration.iteration() == lastNumber())
                        .toList());
    }

    /** Number of the latest iteration; 0: none yet. */
    public int lastNumber() {
        return last().map(IterationFacts::iteration).orElse(0);
    }

    List<Integer> numbers() {
        return facts.stream().map(IterationFacts::iteration).toList();
    }

    Optional<IterationFacts> last() {
        return facts.isEmpty() ? Optional.empty() : Optional.of(facts.get(facts.size() - 1));
    }

    /** The window that these make, by the same arithmetic as the tuner's. */
    JudgedWindow judged() {
        List<KpiStatistics> statistics =
                Arrays.stream(Kpi.values()).map(this::statistics).toList();
        return new JudgedWindow(capacity, numbers(), gaps(), statistics);
    }

    private KpiStatistics statistics(Kpi kpi) {
        List<Double> samples = facts.stream()
                .flatMap(iteration -> iteration.value(kpi).stream())
                .toList();
        return KpiStatistics.of(kpi, samples, facts.size() - samples.size());
    }

    private List<Integer> gaps() {
        List<Integer> numbers = numbers();
        List<Integer> gaps = new ArrayList<>();
        for (int i = 1; i < numbers.size(); i++) {
            int next = numbers.get(i - 1) + 1;
            if (next < numbers.get(i)) {
                gaps.add(next);
            }
        }
        return gaps;
    }
}
