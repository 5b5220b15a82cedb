package io.soakstream.deploy.view;

import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.NotificationRecord;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of one run, one record after the other. Guarded by the view that holds it. */
final class RunFold {
    private static final int MAX_NOTIFICATIONS = 500;

    private final String key;
    private final History<TuningDecision> decisions;
    private final History<DeltaApplication> applications;
    private final History<RuntimeOverrides> overrides;
    private final History<Verdict> verdicts;
    private final Map<String, Kept<NotificationRecord>> notifications = new LinkedHashMap<>();
    private final Map<String, Verdict> lasts = new LinkedHashMap<>();
    private Optional<Kept<TuningDecision>> first = Optional.empty();
    private Optional<TuningDecision> latest = Optional.empty();
    private int lastIteration;
    private RunPhase phase = RunPhase.RUNNING;
    private long sequence;
    private long receivedMs;
    private long iterationReceivedMs;

    RunFold(String key, int limit) {
        this.key = key;
        this.decisions = new History<>(limit);
        this.applications = new History<>(limit);
        this.overrides = new History<>(limit);
        this.verdicts = new History<>(limit);
    }

    /** Gives by how many records it has grown (count); so do the others. */
    int decision(Kept<TuningDecision> record) {
        if (!decisions.add(record)) {
            return 0;
        }
        touch(record);
        TuningDecision decision = record.value();
        if (first.isEmpty()) {
            first = Optional.of(record);
        }
        latest = Optional.of(decision);
        if (decision.getIterationSummary() != null) {
            lastIteration = decision.getIterationSummary().getIteration();
            iterationReceivedMs = record.receivedMs();
            phase = phase.isOver() ? phase : RunPhase.RUNNING;
        } else if (decision.getStalled()) {
            phase = phase.isOver() ? phase : RunPhase.STALLED;
        }
        if (decision.getRunEnded() != null) {
            phase = over(decision.getRunEnded().getEnd());
        }
        return 1 - decisions.trim();
    }

    private static RunPhase over(RunEnd end) {
        return switch (end) {
            case COMPLETED -> RunPhase.COMPLETED;
            case ABORTED -> RunPhase.ABORTED;
            case EXPIRED -> RunPhase.EXPIRED;
            default -> RunPhase.ENDED;
        };
    }

    int application(Kept<DeltaApplication> record) {
        return add(applications, record);
    }

    int overrides(Kept<RuntimeOverrides> record) {
        return add(overrides, record);
    }

    int verdict(Kept<Verdict> record) {
        if (!verdicts.add(record)) {
            return 0;
        }
        touch(record);
        lasts.put(record.value().getPolicy(), record.value());
        return 1 - verdicts.trim();
    }

    int notification(Kept<NotificationRecord> record) {
        touch(record);
        String id = record.value().getChannel() + " " + record.value().getId();
        boolean known = notifications.remove(id) != null;
        notifications.put(id, record);
        if (notifications.size() > MAX_NOTIFICATIONS) {
            notifications.remove(notifications.keySet().iterator().next());
            return 0;
        }
        return known ? 0 : 1;
    }

    private <T> int add(History<T> history, Kept<T> record) {
        if (!history.add(record)) {
            return 0;
        }
        touch(record);
        return 1 - history.trim();
    }

    private void touch(Kept<?> record) {
        sequence = record.sequence();
        // After a restart the topics are read one beside the other.
        receivedMs = Math.max(receivedMs, record.receivedMs());
    }

    RunPhase phase() {
        return phase;
    }

    long sequence() {
        return sequence;
    }

    /** When the broker took the latest record (ms since 1970-01-01 UTC). */
    long receivedMs() {
        return receivedMs;
    }

    /** Records that are held (count). */
    int size() {
        return decisions.size() + applications.size() + overrides.size() + verdicts.size() + notifications.size();
    }

    RunSummary summary() {
        return new RunSummary(
                key,
                phase,
                first.map(Kept::value),
                latest,
                lastIteration,
                List.copyOf(lasts.values()),
                sequence,
                receivedMs,
                iterationReceivedMs);
    }

    RunRows rows() {
        return new RunRows(
                summary(),
                first,
                decisions.all(),
                applications.all(),
                overrides.all(),
                verdicts.all(),
                List.copyOf(notifications.values()));
    }

    RunChanges after(RunCursor cursor) {
        return new RunChanges(
                summary(),
                decisions.after(cursor.decisions()),
                applications.after(cursor.applications()),
                overrides.after(cursor.overrides()),
                verdicts.after(cursor.verdicts()),
                notifications.values().stream().filter(cursor::isBefore).toList());
    }
}
