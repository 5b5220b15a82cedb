package io.soakstream.producer.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * Iterations that are missing between two that are there. A gap is reported, never filled.
 *
 * @param from first missing number
 * @param to last missing number
 */
public record IterationGap(int from, int to) {

    /** The gaps between the numbers, ascending; what may be missing before the first is not known. */
    public static List<IterationGap> between(SortedSet<Integer> numbers) {
        List<IterationGap> gaps = new ArrayList<>();
        Integer previous = null;
        for (Integer number : numbers) {
            if (previous != null && number > previous + 1) {
                gaps.add(new IterationGap(previous + 1, number - 1));
            }
            previous = number;
        }
        return List.copyOf(gaps);
    }

    /** How many iterations are missing (count). */
    public int size() {
        return to - from + 1;
    }

    @Override
    public String toString() {
        return from == to ? Integer.toString(from) : from + ".." + to;
    }
}
