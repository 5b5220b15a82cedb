package io.soakstream.producer.sink;

import io.soakstream.schemas.contract.SoakEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The way of one run's events: each leaves when the one before it is acknowledged. So none overtakes another, not even
 * one that fails, and a failure holds back what is behind it until somebody decides.
 *
 * <p>Safe for several threads, but only the caller knows in which order they mean it.
 */
public final class EventLane {
    private final EventSender sender;
    private final Deque<PendingEvent> waiting = new ArrayDeque<>();
    private final List<PendingEvent> lost = new ArrayList<>();

    EventLane(EventSender sender) {
        this.sender = sender;
    }

    /**
     * Hands an event over, waiting for room as long as the limits allow.
     *
     * @return completed when the broker has acknowledged it, or with a {@link DeliveryFailedException}
     * @throws SendBufferFullException there was no room
     * @throws LaneHaltedException an earlier event was lost
     * @throws IllegalArgumentException the event is larger than its topic takes
     */
    public CompletableFuture<Delivery> send(SoakEvent event) {
        PendingEvent pending = sender.prepare(event);
        requireFlowing();
        try {
            if (!sender.window().awaitRoom(pending.bytes())) {
                throw new SendBufferFullException(pending.label() + " was not sent: as much as may wait for its"
                        + " acknowledgement does already, and none came in time");
            }
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
        return admitted(List.of(pending)).get(0);
    }

    /**
     * The same without waiting.
     *
     * @return empty: there is no room, and nothing was done
     * @throws LaneHaltedException an earlier event was lost
     */
    public Optional<CompletableFuture<Delivery>> offer(SoakEvent event) {
        return offerAll(List.of(event)).map(all -> all.get(0));
    }

    /**
     * The same for several events: all of them, in their order, or none.
     *
     * @throws LaneHaltedException an earlier event was lost
     * @throws IllegalArgumentException an event is larger than its topic takes; none was sent
     */
    public Optional<List<CompletableFuture<Delivery>>> offerAll(List<SoakEvent> events) {
        List<PendingEvent> pending = events.stream().map(sender::prepare).toList();
        requireFlowing();
        long bytes = pending.stream().mapToLong(PendingEvent::bytes).sum();
        if (!sender.window().tryTake(pending.size(), bytes)) {
            return Optional.empty();
        }
        return Optional.of(admitted(pending));
    }

    /** What was not delivered, in order; empty unless the lane is halted. */
    public synchronized List<SoakEvent> lost() {
        return lost.stream().map(PendingEvent::event).toList();
    }

    /**
     * Sends what was lost once more, in its order, and lets the lane flow again. What is on the topic already is there
     * twice then; the tuner counts true repeats of iterations and ignores them.
     */
    public synchronized List<CompletableFuture<Delivery>> resendLost() {
        List<PendingEvent> again = lost.stream().map(PendingEvent::again).toList();
        giveUpLost();
        again.forEach(pending -> sender.window().take(pending.bytes()));
        enqueue(again);
        return again.stream().map(PendingEvent::acknowledgement).toList();
    }

    /** Leaves what was lost behind and lets the lane flow again. */
    public synchronized List<SoakEvent> giveUpLost() {
        List<SoakEvent> given = lost();
        lost.forEach(sender::forget);
        lost.clear();
        return given;
    }

    private List<CompletableFuture<Delivery>> admitted(List<PendingEvent> pending) {
        try {
            enqueueFlowing(pending);
        } catch (RuntimeException refused) {
            pending.forEach(one -> sender.window().release(one.bytes()));
            throw refused;
        }
        return pending.stream().map(PendingEvent::acknowledgement).toList();
    }

    private synchronized void enqueueFlowing(List<PendingEvent> pending) {
        requireFlowing();
        enqueue(pending);
    }

    /** All of them before the first is sent: should that fail at once, the others are lost with it. */
    private synchronized void enqueue(List<PendingEvent> pending) {
        boolean idle = waiting.isEmpty();
        pending.forEach(sender::remember);
        waiting.addAll(pending);
        if (idle && !waiting.isEmpty()) {
            sender.dispatch(this, waiting.peek());
        }
    }

    private synchronized void requireFlowing() {
        if (!lost.isEmpty()) {
            throw new LaneHaltedException(lost.get(0).label()
                    + " was not delivered: what comes after it is held back until it is sent again or given up");
        }
    }

    /** The broker has the event. */
    synchronized void delivered() {
        waiting.remove();
        if (!waiting.isEmpty()) {
            sender.dispatch(this, waiting.peek());
        }
    }

    /** The event was not acknowledged: nothing behind it is sent. Returns all of them, in order. */
    synchronized List<PendingEvent> failed() {
        lost.addAll(waiting);
        waiting.clear();
        return List.copyOf(lost);
    }
}
