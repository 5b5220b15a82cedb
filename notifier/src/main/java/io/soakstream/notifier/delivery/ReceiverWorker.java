package io.soakstream.notifier.delivery;

import io.github.bucket4j.TimeMeter;
import io.soakstream.notifier.metrics.NotifierMetrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of one receiver: whatever happens to it happens to no other. */
final class ReceiverWorker implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ReceiverWorker.class);
    private static final long AFTER_FAULT_MS = 60_000;
    private static final Duration LANDING = Duration.ofSeconds(15);

    private final Receiver receiver;
    private final DeliveryQueue queue;
    private final Attempts attempts;
    private final SendRate rate;
    private final InFlight flight = new InFlight();
    private final InstantSource clock;
    private final Thread thread;
    /** What the thread is sending just now. */
    private Work.Send inHand;

    private boolean closing;

    /** @param fallback takes what goes to another receiver */
    ReceiverWorker(
            Receiver receiver,
            ReceiverSettings settings,
            QueueLimits limits,
            NotifierMetrics metrics,
            InstantSource clock,
            Consumer<Pending> fallback) {
        this.receiver = receiver;
        this.queue = new DeliveryQueue(limits);
        this.clock = clock;
        this.rate = new SendRate(settings.rate(), TimeMeter.SYSTEM_MILLISECONDS);
        this.attempts = new Attempts(
                receiver,
                settings.fallback(),
                limits,
                rate,
                flight,
                metrics,
                clock,
                new Attempts.Outlets(this::putBack, fallback, this::shown));
        metrics.queue(receiver.name(), this, ReceiverWorker::depth, ReceiverWorker::oldestSeconds);
        this.thread = new Thread(this::run, "notify-" + receiver.name());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** What gives way is in the ledger before anything of it can be sent. */
    synchronized void add(Pending pending) {
        queue.add(pending);
        for (Work.Send collapsed : queue.collapse()) {
            collapsed.pending().owner().superseded(collapsed.older(), collapsed.pending());
            attempts.skipped(collapsed.older());
        }
        notifyAll();
    }

    synchronized void inputPaused(boolean paused) {
        queue.inputPaused(paused);
        notifyAll();
    }

    synchronized void show(Progress progress) {
        if (receiver.keepsLivingMessage()) {
            queue.show(progress);
            notifyAll();
        }
    }

    private synchronized void putBack(Pending pending) {
        inHand = null;
        queue.putBack(pending);
        notifyAll();
    }

    private synchronized void shown(Pending pending) {
        queue.shown(pending, clock.millis());
    }

    synchronized int depth() {
        return queue.depth() + (inHand == null ? 0 : 1);
    }

    private synchronized double oldestSeconds() {
        LongStream held = inHand == null
                ? LongStream.empty()
                : Stream.concat(Stream.of(inHand.pending()), inHand.older().stream())
                        .mapToLong(Pending::appendedAtMs);
        OptionalLong oldest = LongStream.concat(queue.oldestMs().stream(), held).min();
        return oldest.isEmpty() ? 0 : (clock.millis() - oldest.getAsLong()) / 1e3;
    }

    /** Drops what waits for a partition and lets what is on its way land. */
    void release(Owner owner) throws InterruptedException {
        synchronized (this) {
            queue.release(owner);
        }
        flight.await(owner, LANDING);
        synchronized (this) {
            // It may have been put back.
            queue.release(owner);
        }
    }

    private void run() {
        try {
            for (Work work = next(); work != null; work = next()) {
                handle(work);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Null at the end. */
    private synchronized Work next() throws InterruptedException {
        inHand = null;
        while (!closing) {
            // What waits for the platform waits in the queue, where it may still give way to something newer.
            long closedMs = rate.closedFor().toMillis();
            Work work = closedMs > 0 ? new Work.Wait(closedMs) : queue.next(clock.millis());
            if (!(work instanceof Work.Wait pause)) {
                inHand = work instanceof Work.Send send ? send : null;
                return work;
            }
            wait(pause.milliseconds());
        }
        return null;
    }

    private void handle(Work work) throws InterruptedException {
        try {
            if (work instanceof Work.Send send) {
                attempts.send(send);
            } else if (work instanceof Work.Update update) {
                attempts.update(update.progress());
            }
        } catch (LostPartitionException lost) {
            LOGGER.atInfo()
                    .addKeyValue("receiver", receiver.name())
                    .addKeyValue("reason", lost.getMessage())
                    .log("message left to the partition's owner");
        } catch (RuntimeException broken) {
            // A fault of ours: the ledger still has the message, and the others must not wait for it.
            LOGGER.atError()
                    .setCause(broken)
                    .addKeyValue("receiver", receiver.name())
                    .log("message put off");
            if (work instanceof Work.Send send) {
                putBack(send.pending().later(clock.millis() + AFTER_FAULT_MS));
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        thread.interrupt();
    }
}
