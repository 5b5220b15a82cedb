package io.soakstream.notifier.delivery;

import io.soakstream.notifier.domain.Notice;
import io.soakstream.notifier.domain.Severity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What waits for one receiver: in order within a run, the most severe run first. A run's older states give way to its
 * newest when they are stale or too many wait, so what waits is bounded by the runs. For one thread at a time.
 */
final class DeliveryQueue {
    private static final long LONGEST_WAIT_MS = 1_000;

    private final QueueLimits limits;
    private final Map<String, Deque<Pending>> byRun = new LinkedHashMap<>();
    private final Map<String, Progress> progress = new LinkedHashMap<>();
    private final Map<String, Long> updatedMs = new LinkedHashMap<>();
    private int depth;
    private int collapsedTo;
    private boolean inputPaused;

    DeliveryQueue(QueueLimits limits) {
        this.limits = limits;
    }

    void add(Pending pending) {
        byRun.computeIfAbsent(pending.runKey(), run -> new ArrayDeque<>()).addLast(pending);
        depth++;
    }

    /**
     * Makes room when too much waits: of each run's policies the newest state stays. What nothing gives way to may be too
     * much by itself; then it is tried again only when there is twice as much.
     */
    List<Work.Send> collapse() {
        if (depth <= Math.max(limits.collapseAbove(), 2 * collapsedTo)) {
            return List.of();
        }
        List<Work.Send> collapsed = new ArrayList<>();
        byRun.values().forEach(waiting -> collapsed.addAll(collapse(waiting)));
        depth -= collapsed.stream().mapToInt(one -> one.older().size()).sum();
        collapsedTo = depth;
        return collapsed;
    }

    private static List<Work.Send> collapse(Deque<Pending> waiting) {
        List<Pending> all = List.copyOf(waiting);
        List<Work.Send> collapsed = new ArrayList<>();
        waiting.clear();
        for (int index = 0; index < all.size(); index++) {
            Notice notice = all.get(index).notice();
            if (all.subList(index + 1, all.size()).stream().anyMatch(later -> notice.isSupersededBy(later.notice()))) {
                continue;
            }
            List<Pending> older = all.subList(0, index).stream()
                    .filter(earlier -> earlier.notice().isSupersededBy(notice))
                    .toList();
            Pending newest = all.get(index).after(older);
            waiting.addLast(newest);
            if (!older.isEmpty()) {
                collapsed.add(new Work.Send(newest, older));
            }
        }
        return collapsed;
    }

    /** While nothing more is read, nothing newer can come that would have to be waited for. */
    void inputPaused(boolean paused) {
        inputPaused = paused;
    }

    /** Back to its place, after an attempt. */
    void putBack(Pending pending) {
        byRun.computeIfAbsent(pending.runKey(), run -> new ArrayDeque<>()).addFirst(pending);
        depth++;
    }

    void show(Progress newest) {
        progress.put(newest.notice().runKey(), newest);
    }

    /** The living message shows this state already. */
    void shown(Pending pending, long nowMs) {
        Progress waiting = progress.get(pending.runKey());
        if (waiting != null
                && waiting.notice().eventTimeMs() <= pending.notice().eventTimeMs()) {
            progress.remove(pending.runKey());
        }
        updatedMs.put(pending.runKey(), nowMs);
    }

    /** Forgets what belongs to a partition that is given up. */
    void release(Owner owner) {
        byRun.values().forEach(waiting -> waiting.removeIf(pending -> pending.owner() == owner));
        byRun.values().removeIf(Deque::isEmpty);
        progress.values().removeIf(waiting -> waiting.owner() == owner);
        depth = byRun.values().stream().mapToInt(Deque::size).sum();
    }

    int depth() {
        return depth;
    }

    OptionalLong oldestMs() {
        return byRun.values().stream()
                .flatMap(Deque::stream)
                .mapToLong(Pending::appendedAtMs)
                .min();
    }

    /** What is next; it is taken out. */
    Work next(long nowMs) {
        Optional<Deque<Pending>> run = byRun.values().stream()
                .filter(waiting -> isReady(waiting.getFirst(), nowMs))
                .min(Comparator.comparing(DeliveryQueue::mostSevere)
                        .thenComparing(waiting -> waiting.getFirst().appendedAtMs()));
        return run.map(waiting -> take(waiting, nowMs)).orElseGet(() -> update(nowMs));
    }

    private boolean isReady(Pending head, long nowMs) {
        return head.notBeforeMs() <= nowMs
                && (!isStale(head, nowMs) || inputPaused || head.owner().isCaughtUp());
    }

    /** Before everything was looked at, nobody knows whether an old state is the newest. */
    private boolean isStale(Pending pending, long nowMs) {
        return nowMs - pending.appendedAtMs() > limits.staleAfter().toMillis();
    }

    private static Severity mostSevere(Deque<Pending> waiting) {
        return waiting.stream()
                .map(Pending::severity)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Work take(Deque<Pending> waiting, long nowMs) {
        Pending head = waiting.getFirst();
        boolean collapse = isStale(head, nowMs) || depth > limits.coalesceAbove();
        List<Pending> older = collapse ? olderStates(waiting) : List.of();
        Pending next = head;
        if (!older.isEmpty()) {
            next = waiting.stream()
                    .filter(pending -> head.notice().isSupersededBy(pending.notice()))
                    .reduce((first, second) -> second)
                    .orElseThrow();
        }
        waiting.removeAll(older);
        waiting.remove(next);
        depth -= older.size() + 1;
        if (waiting.isEmpty()) {
            byRun.remove(head.runKey());
        }
        return new Work.Send(next.after(older), older);
    }

    /** Of the head's policy, all but the newest. */
    private static List<Pending> olderStates(Deque<Pending> waiting) {
        List<Pending> states = new ArrayList<>(waiting.stream()
                .filter(pending -> waiting.getFirst().notice().isSupersededBy(pending.notice()))
                .toList());
        if (!states.isEmpty()) {
            states.remove(states.size() - 1);
        }
        return states;
    }

    private Work update(long nowMs) {
        Optional<Progress> due = progress.values().stream()
                .filter(waiting -> nowMs >= dueMs(waiting))
                .findFirst();
        if (due.isEmpty()) {
            return new Work.Wait(LONGEST_WAIT_MS);
        }
        String run = due.get().notice().runKey();
        progress.remove(run);
        updatedMs.put(run, nowMs);
        return new Work.Update(due.get());
    }

    private long dueMs(Progress waiting) {
        Long last = updatedMs.get(waiting.notice().runKey());
        return last == null ? 0 : last + limits.updateInterval().toMillis();
    }
}
