package io.soakstream.producer.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which regime holds when.
 *
 * @param first regime from the first iteration on
 * @param changes later ones, ascending
 */
public record RegimePlan(Regime first, List<Change> changes) {

    /** @param fromIteration first iteration of the regime, at least 2 */
    public record Change(int fromIteration, Regime regime) {}

    public RegimePlan {
        changes = List.copyOf(changes);
        int last = 1;
        for (Change change : changes) {
            if (change.fromIteration() <= last) {
                throw new IllegalArgumentException("changes: iteration " + change.fromIteration() + " after " + last);
            }
            last = change.fromIteration();
        }
    }

    /** One regime throughout. */
    public static RegimePlan of(Regime regime) {
        return new RegimePlan(regime, List.of());
    }

    /** The same with one more change at its end. */
    public RegimePlan then(int fromIteration, Regime regime) {
        return new RegimePlan(
                first,
                Stream.concat(changes.stream(), Stream.of(new Change(fromIteration, regime)))
                        .toList());
    }

    /** The regime of an iteration. */
    public Regime at(int iteration) {
        List<Change> begun = new ArrayList<>(changes);
        begun.removeIf(change -> change.fromIteration() > iteration);
        return begun.isEmpty() ? first : begun.get(begun.size() - 1).regime();
    }
}
