package io.soakstream.tuner.domain.silence;

import io.soakstream.tuner.domain.RunState;
import io.soakstream.tuner.domain.SilenceLimits;
import java.util.Optional;

/**
 * What a silent run leads to.
 *
 * @param eventTimeMs event time of what is written (ms)
 * @param lastIteration latest accepted iteration; 0 before the first
 * @param tick how many periods after it; 0: the run is over
 * @param nextDueMs when the next is due (ms from now)
 */
public record Silence(long eventTimeMs, int lastIteration, int tick, long nextDueMs) {

    /**
     * The next notice of a run's silence; empty: its silence means nothing.
     *
     * @param noticed periods that the caller has noticed already (count)
     */
    public static Optional<Silence> of(RunState run, int noticed, SilenceLimits limits) {
        if (run.ended() || !run.running().facts().isTicked()) {
            return Optional.empty();
        }
        long periodMs = run.running().facts().periodMs();
        if (noticed >= limits.stalledAfterPeriods()) {
            return Optional.of(new Silence(run.lastEventTimeMs() + limits.expireAfterMs(), run.lastIteration(), 0, 0));
        }
        // Whoever takes over a stalled run has not waited for its end yet: the last tick again, which is ignored.
        int tick = Math.min(Math.max(noticed, run.running().ticks()) + 1, limits.stalledAfterPeriods());
        // A stalled run is noticed once more: when it is over.
        long nextDueMs = tick < limits.stalledAfterPeriods()
                ? periodMs
                : Math.max(periodMs, limits.expireAfterMs() - tick * periodMs);
        return Optional.of(new Silence(run.lastEventTimeMs() + tick * periodMs, run.lastIteration(), tick, nextDueMs));
    }

    public boolean isEnd() {
        return tick == 0;
    }
}
