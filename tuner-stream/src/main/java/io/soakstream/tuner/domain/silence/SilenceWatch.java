package io.soakstream.tuner.domain.silence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The runs that something is due from, by when it is due: a heap, so that looking costs nothing while nothing is late.
 * Holds a few small entries per watched run. The time before the first look is not known; what is heard then counts as
 * heard at that look.
 */
public final class SilenceWatch {
    private static final long NOT_YET = Long.MIN_VALUE;

    private final Map<String, Long> dueMs = new HashMap<>();
    /** Where in the heap a run stands; what stands there of it beside that is no longer meant. */
    private final Map<String, Long> queuedMs = new HashMap<>();

    private final Map<String, Long> early = new HashMap<>();
    private final PriorityQueue<Due> heap = new PriorityQueue<>(Comparator.comparingLong(Due::atMs));
    private long nowMs = NOT_YET;

    private record Due(String run, long atMs) {}

    /** Whether the run is watched. */
    public boolean watches(String run) {
        return dueMs.containsKey(run) || early.containsKey(run);
    }

    /** Something came, or was noticed: the next is due so much later (ms). */
    public void expect(String run, long inMs) {
        if (nowMs == NOT_YET) {
            early.put(run, inMs);
            return;
        }
        dueMs.put(run, nowMs + inMs);
        queue(run, nowMs + inMs);
    }

    /** A run that is due later than it stands in the heap is put there when its turn comes: most are heard of by then. */
    private void queue(String run, long atMs) {
        Long queued = queuedMs.get(run);
        if (queued == null || atMs < queued) {
            queuedMs.put(run, atMs);
            heap.add(new Due(run, atMs));
        }
    }

    public void forget(String run) {
        early.remove(run);
        dueMs.remove(run);
    }

    /** The runs that are late, the longest overdue first; each has to be expected or forgotten again. */
    public List<String> late(long atMs) {
        boolean first = nowMs == NOT_YET;
        nowMs = atMs;
        if (first) {
            early.forEach(this::expect);
            early.clear();
        }
        List<String> late = new ArrayList<>();
        while (!heap.isEmpty() && heap.peek().atMs() <= atMs) {
            Due due = heap.remove();
            if (!queuedMs.remove(due.run(), due.atMs())) {
                continue;
            }
            Long really = dueMs.get(due.run());
            if (really == null) {
                continue;
            }
            if (really > atMs) {
                queue(due.run(), really);
            } else {
                dueMs.remove(due.run());
                late.add(due.run());
            }
        }
        return late;
    }
}
