package io.soakstream.deploy.view;

import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.NotificationRecord;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every run that the committed topics tell of, as far as the limits allow. Records of a topic come in its order, those of
 * different topics in any. For several threads.
 */
public final class CommittedView {
    private static final int REMEMBERED = 10_000;

    private final ViewLimits limits;
    private final InstantSource clock;
    private final SortedMap<String, RunFold> runs = new TreeMap<>();
    /** What comes of them still, from a topic that is read later, would look like a run without a beginning. */
    private final Set<String> gone = new LinkedHashSet<>();

    private long sequence;
    private int records;
    private long evicted;

    public CommittedView(ViewLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Takes one record that the broker takes now. */
    public void add(Object record, int partition, long offset) {
        add(record, partition, offset, clock.millis());
    }

    /**
     * Takes one record: a decision, an application, overrides, a verdict or a notification.
     *
     * @param takenMs when the broker took it (ms since 1970-01-01 UTC)
     */
    public synchronized void add(Object record, int partition, long offset, long takenMs) {
        fold(record, new Place(partition, offset, takenMs));
        evict();
        notifyAll();
    }

    /** Where a record lies, and since when. */
    private record Place(int partition, long offset, long takenMs) {}

    private void fold(Object record, Place place) {
        if (record instanceof TuningDecision decision) {
            of(decision.getBot(), decision.getRun()).ifPresent(run -> records += run.decision(kept(decision, place)));
        } else if (record instanceof DeltaApplication application) {
            of(application.getBot(), application.getRun())
                    .ifPresent(run -> records += run.application(kept(application, place)));
        } else if (record instanceof RuntimeOverrides overrides) {
            of(overrides.getBot(), overrides.getRun())
                    .ifPresent(run -> records += run.overrides(kept(overrides, place)));
        } else if (record instanceof Verdict verdict) {
            of(verdict.getBot(), verdict.getRun()).ifPresent(run -> records += run.verdict(kept(verdict, place)));
        } else if (record instanceof NotificationRecord notification) {
            of(notification.getBot(), notification.getRun())
                    .ifPresent(run -> records += run.notification(kept(notification, place)));
        } else {
            throw new IllegalArgumentException("no record of a run: " + record.getClass());
        }
    }

    /** Empty: the run has made room for others. */
    private Optional<RunFold> of(String bot, String run) {
        String key = bot + ":" + run;
        return gone.contains(key)
                ? Optional.empty()
                : Optional.of(runs.computeIfAbsent(key, name -> new RunFold(name, limits.perRun())));
    }

    private <T> Kept<T> kept(T record, Place place) {
        sequence++;
        return new Kept<>(record, place.partition(), place.offset(), sequence, place.takenMs());
    }

    private void evict() {
        while (runs.size() > limits.runs() || (records > limits.records() && runs.size() > 1)) {
            String oldest = runs.entrySet().stream()
                    .min(Comparator.comparing((Map.Entry<String, RunFold> run) ->
                                    !run.getValue().phase().isOver())
                            .thenComparing(run -> run.getValue().receivedMs())
                            .thenComparing(run -> run.getValue().sequence()))
                    .orElseThrow()
                    .getKey();
            forget(oldest);
        }
    }

    private void forget(String key) {
        RunFold run = runs.remove(key);
        records -= run.size();
        evicted++;
        if (run.phase().isOver()) {
            gone.add(key);
        }
        if (gone.size() > REMEMBERED) {
            gone.remove(gone.iterator().next());
        }
    }

    /** Runs that had to make room (count). */
    public synchronized long evicted() {
        return evicted;
    }

    /** Number of the latest record, in the order of reading. */
    public synchronized long sequence() {
        return sequence;
    }

    /** Everything that is kept of a run; empty: nothing is. */
    public synchronized Optional<RunRows> rows(String key) {
        return Optional.ofNullable(runs.get(key)).map(RunFold::rows);
    }

    public synchronized Optional<RunSummary> summary(String key) {
        return Optional.ofNullable(runs.get(key)).map(RunFold::summary);
    }

    /** What has come of a run since; empty: nothing is kept of it. */
    public synchronized Optional<RunChanges> after(String key, RunCursor cursor) {
        return Optional.ofNullable(runs.get(key)).map(run -> run.after(cursor));
    }

    /**
     * A page of runs, in the order of their keys.
     *
     * @param after run key that the page begins after; empty text: at the first
     * @param limit longest page (count)
     */
    public synchronized List<RunSummary> page(RunFilter filter, String after, int limit) {
        return summaries(runs.tailMap(after + "\0"))
                .filter(filter::accepts)
                .limit(limit)
                .toList();
    }

    /**
     * The runs that something came of last, the latest first: by when the broker took the latest record, then by key. So
     * the order is the same at every process and after every start, in whatever order the topics were read.
     */
    public synchronized List<RunSummary> latest(RunFilter filter, int limit) {
        return summaries(runs)
                .filter(filter::accepts)
                .sorted(Comparator.comparingLong(RunSummary::receivedMs)
                        .reversed()
                        .thenComparing(RunSummary::key))
                .limit(limit)
                .toList();
    }

    /** The bot's run that began last by its own time. */
    public synchronized Optional<RunSummary> newest(String bot) {
        return summaries(runs.subMap(bot + ":", bot + ";"))
                .max(Comparator.comparingLong(RunSummary::beganMs).thenComparing(RunSummary::key));
    }

    private static Stream<RunSummary> summaries(SortedMap<String, RunFold> runs) {
        return runs.values().stream().map(RunFold::summary);
    }

    /** Waits until more has been read than up to a number, at most so long. */
    public synchronized void await(long beyond, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); sequence <= beyond && left > 0; left = deadline - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
    }
}
