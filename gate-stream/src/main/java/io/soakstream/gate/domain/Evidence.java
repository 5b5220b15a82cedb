package io.soakstream.gate.domain;

import io.soakstream.schemas.canonical.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * All that a policy may look at.
 *
 * @param window its statistics
 * @param record the run so far, its latest iteration included and none that is not in the window
 */
public record Evidence(JudgedWindow window, RunRecord record) {

    /** Iterations in the window (count). */
    int present() {
        return window.iterations().size();
    }

    /** Value in the latest iteration itself; empty: it has none (unit of the metric). */
    Optional<BigDecimal> latest(Metric metric) {
        return record.latest(metric).map(Decimals::shortest);
    }

    IterationCount count(Metric counted, List<Condition> perIteration) {
        List<Optional<Boolean>> answers = record.window().facts().stream()
                .map(facts -> counted == Metric.ITERATIONS_PASSING
                        ? Condition.allMet(perIteration, facts)
                        : Optional.of(facts.steadyFreeze()))
                .toList();
        return IterationCount.of(answers, present());
    }
}
