package io.soakstream.gate.domain.proof;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The window that a decision is to be judged by, as far as its own iteration proves it. Values are in the KPI's unit.
 *
 * @param iterations numbers in the window
 * @param latest KPI to its latest sample
 * @param values KPI to its value in the iteration itself
 */
public record ClaimedWindow(List<Integer> iterations, Map<String, Double> latest, Map<String, Double> values) {
    public ClaimedWindow {
        iterations = List.copyOf(iterations);
        latest = Map.copyOf(latest);
        values = Map.copyOf(values);
    }

    /** Where it does not fit the iteration; empty: nowhere. */
    Optional<String> objection(int iteration) {
        boolean endsHere = !iterations.isEmpty() && iterations.get(iterations.size() - 1) == iteration;
        if (!endsHere) {
            return Optional.of("window.iterations: " + iterations + " does not end with iteration " + iteration);
        }
        return new TreeMap<>(values)
                .entrySet().stream()
                        .filter(value -> !isLatest(value.getKey(), value.getValue()))
                        .map(value -> "window." + value.getKey() + ".last: " + latest.get(value.getKey())
                                + ", but the iteration has " + value.getValue())
                        .findFirst();
    }

    private boolean isLatest(String kpi, double value) {
        Double last = latest.get(kpi);
        // As numbers: -0.0 is 0.0.
        return last != null && last == value;
    }
}
