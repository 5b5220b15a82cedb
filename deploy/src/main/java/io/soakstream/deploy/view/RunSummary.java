package io.soakstream.deploy.view;

import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A run in one row.
 *
 * @param key run key, {@code bot:run}
 * @param first the first decision that was read; empty: none yet, as for {@code latest}
 * @param lastIteration 0: none yet
 * @param lasts the latest verdict of each policy
 * @param sequence of the latest record, in the order in which this view read (count)
 * @param receivedMs when the broker took it (ms since 1970-01-01 UTC)
 * @param iterationReceivedMs when it took the decision about the latest iteration (ms since 1970-01-01 UTC); 0: none yet
 */
public record RunSummary(
        String key,
        RunPhase phase,
        Optional<TuningDecision> first,
        Optional<TuningDecision> latest,
        int lastIteration,
        List<Verdict> lasts,
        long sequence,
        long receivedMs,
        long iterationReceivedMs) {
    public RunSummary {
        lasts = List.copyOf(lasts);
    }

    public String bot() {
        return key.substring(0, key.indexOf(':'));
    }

    public String run() {
        return key.substring(key.indexOf(':') + 1);
    }

    /** When the broker took the decision about the latest iteration (ms since 1970-01-01 UTC); empty: none has come. */
    public Optional<Long> iterationTakenMs() {
        return iterationReceivedMs == 0 ? Optional.empty() : Optional.of(iterationReceivedMs);
    }

    /** How long ago the latest iteration came (ms); empty: none has come. */
    public Optional<Long> iterationAgeMs(long nowMs) {
        return iterationTakenMs().map(takenMs -> Math.max(0, nowMs - takenMs));
    }

    /** Time between iterations that the run declared (ms); empty: its start is not known. */
    public Optional<Long> periodMs() {
        return first.map(TuningDecision::getRunStarted).map(RunStarted::getPeriodMs);
    }

    /** When it began, by its own time (ms since 1970-01-01 UTC); 0: not known. */
    public long beganMs() {
        return first.map(TuningDecision::getEventTimeMs).orElse(0L);
    }

    /** Its own latest time (ms since 1970-01-01 UTC); 0: not known. */
    public long lastEventTimeMs() {
        return latest.map(TuningDecision::getEventTimeMs).orElse(0L);
    }
}
