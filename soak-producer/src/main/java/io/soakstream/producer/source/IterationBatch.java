package io.soakstream.producer.source;

import io.soakstream.producer.domain.Rejection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The iterations of a source.
 *
 * @param iterations those that could be taken, ascending, each number once
 * @param rejections the others
 * @param notes what was odd in them, a sentence each
 */
record IterationBatch(List<ParsedIteration> iterations, List<Rejection> rejections, List<String> notes) {

    /** Sorts iterations by number; of a number that comes twice none is taken, because none is better than the other. */
    static IterationBatch of(Collection<ParsedIteration> parsed, List<Rejection> rejections, List<String> notes) {
        TreeMap<Integer, List<ParsedIteration>> byNumber = new TreeMap<>();
        parsed.forEach(iteration -> byNumber.computeIfAbsent(iteration.iteration(), number -> new ArrayList<>(1))
                .add(iteration));
        List<ParsedIteration> taken = new ArrayList<>(parsed.size());
        List<Rejection> refused = new ArrayList<>(rejections);
        byNumber.forEach((number, same) -> {
            if (same.size() == 1) {
                taken.add(same.get(0));
            } else {
                same.forEach(iteration -> refused.add(duplicate(iteration, same)));
            }
        });
        return new IterationBatch(List.copyOf(taken), List.copyOf(refused), List.copyOf(notes));
    }

    IterationBatch withNotes(List<String> more) {
        List<String> all = new ArrayList<>(more);
        all.addAll(notes);
        return new IterationBatch(iterations, rejections, all);
    }

    private static Rejection duplicate(ParsedIteration iteration, List<ParsedIteration> same) {
        String others = same.stream()
                .filter(other -> !other.equals(iteration))
                .map(ParsedIteration::where)
                .sorted(Comparator.naturalOrder())
                .distinct()
                .reduce((left, right) -> left + ", " + right)
                .orElse("the same place");
        return new Rejection(iteration.where(), "iteration", iteration.iteration() + " is also in " + others);
    }
}
