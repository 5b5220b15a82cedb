package io.soakstream.tuner.domain;

import io.soakstream.schemas.projection.Projection;
import io.soakstream.tuner.domain.rule.RuleMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the tuner remembers of one run, its guards apart. Bounded: it grows neither with the length of the run nor with
 * its gaps.
 *
 * @param live empty: the run is over, and nothing else is kept but the count of its events
 * @param sequence accepted events so far (count)
 * @param lastEventTimeMs latest event time, never going back (ms since 1970-01-01 UTC)
 * @param iterationsTotal accepted iterations so far (count)
 * @param recent numbers and content of the latest accepted iterations, ascending
 */
public record RunState(
        Optional<Live> live,
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
     * @param origin run key of the run this one replays
     * @param periodMs declared time between iterations (ms)
     * @param pinned decision configuration that the run is pinned to (hex SHA-256)
     */
    public record Facts(
            RunMode mode,
            TuningMode tuning,
            long periodMs,
            boolean timesSynthesised,
            Optional<String> origin,
            Optional<String> pinned) {

        /** Whether silence means something: a replay is silent because its events have all been read. */
        public boolean isTicked() {
            return mode == RunMode.LIVE && origin.isEmpty();
        }
    }

    /**
     * A run that has not ended.
     *
     * @param projection what its bot is meant to run with
     * @param rules what the rules remember
     * @param commands those it has had
     * @param ticks periods since the latest iteration that a tick has counted (count)
     */
    public record Live(Facts facts, Projection projection, RuleMemory rules, CommandLog commands, int ticks) {
        Live with(Projection next) {
            return new Live(facts, next, rules, commands, ticks);
        }

        Live with(RuleMemory next) {
            return new Live(facts, projection, next, commands, ticks);
        }

        Live with(CommandLog next) {
            return new Live(facts, projection, rules, next, ticks);
        }

        Live ticked(int sequence) {
            return new Live(facts, projection, rules, commands, sequence);
        }
    }

    public RunState {
        recent = List.copyOf(recent);
    }

    static RunState started(Facts facts, Projection projection, long eventTimeMs, int windowLength) {
        Live live = new Live(facts, projection, RuleMemory.initial(), CommandLog.empty(), 0);
        return new RunState(Optional.of(live), 0, eventTimeMs, 0, List.of(), KpiWindow.empty(windowLength));
    }

    public boolean ended() {
        return live.isEmpty();
    }

    /** Of a run that has not ended. */
    public Live running() {
        return live.orElseThrow(() -> new IllegalStateException("the run has ended"));
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
                live, sequence + 1, Math.max(lastEventTimeMs, eventTimeMs), iterationsTotal, recent, window);
    }

    /** One more iteration. */
    RunState with(RunEvent.Iteration iteration, int remembered) {
        List<Seen> seen = new ArrayList<>(recent);
        seen.add(new Seen(iteration.point().iteration(), iteration.contentHash()));
        return new RunState(
                live.map(run -> run.ticked(0)),
                sequence,
                lastEventTimeMs,
                iterationsTotal + 1,
                seen.subList(Math.max(0, seen.size() - remembered), seen.size()),
                window.append(iteration.point()));
    }

    RunState with(Live next) {
        return new RunState(Optional.of(next), sequence, lastEventTimeMs, iterationsTotal, recent, window);
    }

    /** The end marker that takes the place of a run's state. */
    RunState closed() {
        return new RunState(
                Optional.empty(),
                sequence,
                lastEventTimeMs,
                iterationsTotal,
                List.of(),
                KpiWindow.empty(window.capacity()));
    }
}
