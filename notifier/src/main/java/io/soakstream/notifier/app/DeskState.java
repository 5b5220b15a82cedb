package io.soakstream.notifier.app;

import io.soakstream.notifier.delivery.Pending;
import io.soakstream.notifier.domain.Notice;
import io.soakstream.notifier.domain.RunState;
import io.soakstream.notifier.ledger.LedgerContents;
import io.soakstream.notifier.ledger.LedgerContents.MessageKey;
import io.soakstream.notifier.ledger.LedgerContents.ThreadKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is known of the runs of a partition, as the ledger has it. Shared with the receivers' threads. */
final class DeskState {
    /** So many runs that are over stay known: what becomes of their last deltas may still come (count). */
    private static final int MAX_OVER = 1_000;

    private final Map<String, RunState> runs = new LinkedHashMap<>();
    private final Map<ThreadKey, String> threads = new LinkedHashMap<>();
    private final Map<String, Set<MessageKey>> messages = new LinkedHashMap<>();
    private final Map<String, SortedMap<String, Notice>> progress = new LinkedHashMap<>();
    private final Map<String, Boolean> over = new LinkedHashMap<>();

    DeskState(LedgerContents contents) {
        contents.runStates().forEach(this::put);
        contents.messages().forEach((run, keys) -> {
            if (runs.containsKey(run)) {
                messages.put(run, keys);
            }
        });
        contents.threads().forEach((key, reference) -> {
            if (runs.containsKey(key.runKey())) {
                threads.put(key, reference);
            }
        });
    }

    synchronized Optional<RunState> run(String key) {
        return Optional.ofNullable(runs.get(key));
    }

    synchronized void apply(Map<String, Optional<RunState>> changes) {
        changes.forEach((key, state) -> {
            if (state.isPresent()) {
                put(key, state.get());
            } else {
                forget(key);
            }
        });
    }

    private void put(String key, RunState state) {
        runs.put(key, state);
        if (state.isOver()) {
            over.put(key, true);
        } else {
            over.remove(key);
        }
    }

    private void forget(String key) {
        runs.remove(key);
        over.remove(key);
        messages.remove(key);
        progress.remove(key);
        threads.keySet().removeIf(thread -> thread.runKey().equals(key));
    }

    /** Runs that were over long ago. */
    synchronized List<String> toForget() {
        List<String> keys = new ArrayList<>(over.keySet());
        return keys.subList(0, Math.max(0, keys.size() - MAX_OVER));
    }

    /** This is how a policy of a run stands. */
    synchronized void progressed(Notice notice) {
        if (runs.containsKey(notice.runKey())) {
            progress.computeIfAbsent(notice.runKey(), run -> new TreeMap<>())
                    .put(notice.policy().orElseThrow(), notice);
        }
    }

    /** How a run stands, by policy; what nothing has come of since the partition was taken over is not there. */
    synchronized SortedMap<String, Notice> progress(String runKey) {
        return new TreeMap<>(progress.getOrDefault(runKey, new TreeMap<>()));
    }

    /** A message is to be sent; false: the receiver has got it already, or will. */
    synchronized boolean claim(Pending pending) {
        return messages.computeIfAbsent(pending.runKey(), run -> new LinkedHashSet<>())
                .add(new MessageKey(pending.receiver(), pending.notice().id()));
    }

    synchronized Optional<String> thread(String runKey, String receiver) {
        return Optional.ofNullable(threads.get(new ThreadKey(runKey, receiver)));
    }

    /** The first message of a run is the living one. */
    synchronized String threadOr(String runKey, String receiver, String reference) {
        return threads.computeIfAbsent(new ThreadKey(runKey, receiver), key -> reference);
    }
}
