package io.soakstream.tuner.domain;

import io.soakstream.schemas.parameter.Overrides;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the tuner remembers of one run. Bounded: it grows neither with the length of the run nor with its gaps.
 *
 * @param ended the run is over; nothing else is kept but the count of its events
 * @param facts what was declared at the start; empty once ended
 * @param sequence accepted events so far (count)
 * @param lastEventTimeMs latest event time, never going back (ms since 1970-01-01 UTC)
 * @param iterationsTotal accepted iterations so far (count)
 * @param recent numbers and content of the latest accepted iterations, ascending
 */
public record RunState(
        boolean ended,
        Optional<Facts> facts,
        long sequence,
        long lastEventTimeMs,
        int iterationsTotal,
        List<Seen> recent,
        KpiWindow window) {

    /** An accepted iteration: its number and a hash of its content. */
    public record Seen(int iteration, long contentHash) {}

    /**
     * What holds for the whole run.
     *
     * @param overrides what the bot is meant to run with
     * @param stateHash hash of {@code overrides}, kept because it costs more than a look-up
     */
    public record Facts(
            RunMode mode,
            TuningMode tuning,
            OptionalInt totalIterations,
            long periodMs,
            boolean autoTune,
            boolean timesSynthesised,
            Overrides overrides,
            String stateHash) {}

    public RunState {
        recent = List.copyOf(recent);
    }

    static RunState started(Facts facts, long eventTimeMs, int windowLength) {
        return new RunState(false, Optional.of(facts), 0, eventTimeMs, 0, List.of(), KpiWindow.empty(windowLength));
    }

    public boolean hasIterations() {
        return !recent.isEmpty();
    }

    /** Number of the latest accepted iteration; 0 before the first. */
    public int lastIteration() {
        return recent.isEmpty() ? 0 : recent.get(recent.size() - 1).iteration();
    }

    public Optional<Seen> seen(int iteration) {
        return recent.stream().filter(entry -> entry.iteration() == iteration).findFirst();
    }

    /** One more accepted event; an earlier time is raised to the last. */
    RunState at(long eventTimeMs) {
        return new RunState(
                ended, facts, sequence + 1, Math.max(lastEventTimeMs, eventTimeMs), iterationsTotal, recent, window);
    }

    /** One more iteration. */
    RunState with(RunEvent.Iteration iteration, int remembered) {
        List<Seen> seen = new ArrayList<>(recent);
        seen.add(new Seen(iteration.point().iteration(), iteration.contentHash()));
        return new RunState(
                ended,
                facts,
                sequence,
                lastEventTimeMs,
                iterationsTotal + 1,
                seen.subList(Math.max(0, seen.size() - remembered), seen.size()),
                window.append(iteration.point()));
    }

    /** The end marker that takes the place of a run's state. */
    RunState closed() {
        return new RunState(
                true,
                Optional.empty(),
                sequence,
                lastEventTimeMs,
                iterationsTotal,
                List.of(),
                KpiWindow.empty(window.capacity()));
    }
}
