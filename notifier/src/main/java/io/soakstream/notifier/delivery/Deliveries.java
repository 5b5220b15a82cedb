package io.soakstream.notifier.delivery;

import io.soakstream.notifier.domain.Notice;
import io.soakstream.notifier.metrics.NotifierMetrics;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All receivers, each with its queue and thread. */
public final class Deliveries implements AutoCloseable {
    private final Map<String, ReceiverWorker> workers = new LinkedHashMap<>();

    /** @param settings by the receiver's name */
    public Deliveries(
            List<Receiver> receivers,
            Map<String, ReceiverSettings> settings,
            QueueLimits limits,
            NotifierMetrics metrics,
            InstantSource clock) {
        for (Receiver receiver : receivers) {
            workers.put(
                    receiver.name(),
                    new ReceiverWorker(receiver, settings.get(receiver.name()), limits, metrics, clock, this::add));
        }
    }

    public void start() {
        workers.values().forEach(ReceiverWorker::start);
    }

    /** Names of the receivers. */
    public Set<String> names() {
        return Set.copyOf(workers.keySet());
    }

    /** @throws IllegalArgumentException there is no such receiver */
    public void add(Pending pending) {
        worker(pending.receiver()).add(pending);
    }

    /** Shows a run's newest state in its living message at a receiver, if that keeps one. */
    public void show(String receiver, Notice progress, Owner owner) {
        worker(receiver).show(new Progress(progress, owner));
    }

    private ReceiverWorker worker(String receiver) {
        ReceiverWorker worker = workers.get(receiver);
        if (worker == null) {
            throw new IllegalArgumentException("no receiver " + receiver);
        }
        return worker;
    }

    /** Messages that wait for the receiver that most wait for (count). */
    public int depth() {
        return workers.values().stream().mapToInt(ReceiverWorker::depth).max().orElse(0);
    }

    /** Whether nothing new comes for the time being: then nothing waits for it. */
    public void inputPaused(boolean paused) {
        workers.values().forEach(worker -> worker.inputPaused(paused));
    }

    /** Drops what waits for a partition; returns when nothing of it is on its way any more. */
    public void release(Owner owner) throws InterruptedException {
        for (ReceiverWorker worker : workers.values()) {
            worker.release(owner);
        }
    }

    @Override
    public void close() {
        workers.values().forEach(ReceiverWorker::close);
    }
}
