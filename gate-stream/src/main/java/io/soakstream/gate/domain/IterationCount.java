package io.soakstream.gate.domain;

import java.util.List;
import java.util.Optional;

/**
 * In how many iterations of a window something holds.
 *
 * @param known iterations of which it is known whether it holds (count)
 * @param holding iterations in which it does (count)
 * @param unknown iterations of which it is not known (count)
 */
record IterationCount(int known, int holding, int unknown) {

    /**
     * @param answers of the iterations that are at hand
     * @param iterations in the window; of those that are not at hand nothing is known (count)
     */
    static IterationCount of(List<Optional<Boolean>> answers, int iterations) {
        int known = (int) answers.stream().filter(Optional::isPresent).count();
        int holding = (int) answers.stream().filter(Optional.of(true)::equals).count();
        return new IterationCount(known, holding, iterations - known);
    }
}
