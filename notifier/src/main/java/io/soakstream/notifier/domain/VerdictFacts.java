package io.soakstream.notifier.domain;

import java.util.List;
import java.util.Optional;

/**
 * A verdict, as far as it is told.
 *
 * @param tellable the run is one that people are told of: live, and no replay
 * @param eventTimeMs event time of the iteration (ms since 1970-01-01 UTC)
 * @param missing what is missing for freeze-ready, in words
 * @param reasons every reason for the verdict, in words
 * @param guards those that held, in guard order
 * @param lastDelta iteration of the latest delta that was applied
 * @param verification whether the bot is known to run with it
 * @param iterations accepted so far (count)
 */
public record VerdictFacts(
        String id,
        String bot,
        String run,
        boolean tellable,
        String policy,
        int iteration,
        long eventTimeMs,
        Level level,
        boolean freezeReady,
        List<String> missing,
        List<String> reasons,
        boolean stalled,
        List<Figure> figures,
        List<GuardCount> guards,
        LineFigures line,
        Optional<Integer> lastDelta,
        String verification,
        int iterations,
        boolean last) {

    public VerdictFacts {
        missing = List.copyOf(missing);
        reasons = List.copyOf(reasons);
        figures = List.copyOf(figures);
        guards = List.copyOf(guards);
    }

    public String runKey() {
        return bot + ":" + run;
    }

    /** What makes two verdicts the same to a reader: nothing in it is a number. */
    public String fingerprint() {
        List<String> missed = figures.stream()
                .filter(Figure::missed)
                .map(Figure::kpi)
                .distinct()
                .sorted()
                .toList();
        List<String> held = guards.stream().map(GuardCount::guard).sorted().toList();
        return policy + "|" + level + "|" + String.join(",", missed) + "|" + String.join(",", held);
    }
}
