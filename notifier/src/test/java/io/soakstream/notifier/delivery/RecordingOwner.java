package io.soakstream.notifier.delivery;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An owner whose ledger is a list of words. */
final class RecordingOwner implements Owner {
    final List<String> ledger = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<String, String> threads = new ConcurrentHashMap<>();
    volatile boolean caughtUp;

    @Override
    public boolean isCaughtUp() {
        return caughtUp;
    }

    @Override
    public Optional<String> thread(String runKey, String receiver) {
        return Optional.ofNullable(threads.get(runKey + receiver));
    }

    @Override
    public void attempting(Pending pending) {
        ledger.add("attempt " + pending.attempts() + " of " + pending.notice().id() + " to " + pending.receiver());
    }

    @Override
    public void sent(Pending pending, Optional<String> reference) {
        reference.ifPresent(known -> threads.putIfAbsent(pending.runKey() + pending.receiver(), known));
        ledger.add("sent " + pending.notice().id() + " to " + pending.receiver());
    }

    @Override
    public void unsure(Pending pending, String reason) {
        ledger.add("unsure " + pending.notice().id());
    }

    @Override
    public Optional<Pending> failed(Pending pending, String reason, Optional<String> fallback) {
        ledger.add("failed " + pending.notice().id() + ": " + reason);
        return fallback.map(
                receiver -> Pending.fresh(receiver, pending.notice(), pending.silent(), pending.appendedAtMs(), this));
    }

    @Override
    public void superseded(List<Pending> older, Pending newest) {
        ledger.add("superseded " + older.size() + " by " + newest.notice().id());
    }
}
