package io.soakstream.producer.client;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.overrides.DesiredOverrides;
import io.soakstream.producer.overrides.OverridesListener;
import io.soakstream.producer.overrides.RunOverrides;
import io.soakstream.producer.sink.Delivery;
import io.soakstream.producer.sink.EventLane;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.parameter.Overrides;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * A run under way: iterations go out in order, overrides come in, and every iteration says what it ran with.
 *
 * <p>The futures are completed on a thread of the library: what hangs on them must not wait for another delivery. Safe
 * for several threads.
 */
public final class SoakRun implements AutoCloseable {
    private final RunEvents events;
    private final DesiredOverrides startValues;
    private final AtomicReference<InForce> inForce;
    private final EventLane lane;
    private final RunOverrides overrides;
    private final InstantSource clock;
    private final Runnable onClose;
    private volatile boolean ended;

    SoakRun(
            DesiredOverrides startValues,
            EventLane lane,
            RunOverrides overrides,
            InstantSource clock,
            Runnable onClose) {
        this.events = new RunEvents(overrides.key());
        this.startValues = startValues;
        this.inForce = new AtomicReference<>(InForce.start(startValues.values()));
        this.lane = lane;
        this.overrides = overrides;
        this.clock = clock;
        this.onClose = onClose;
    }

    public RunKey key() {
        return overrides.key();
    }

    /** The newest version of what the bot must run with; the start values until one is there. */
    public DesiredOverrides desired() {
        return overrides.latest().orElse(startValues);
    }

    /**
     * Waits for a version of what the bot must run with.
     *
     * @throws io.soakstream.producer.overrides.OverridesUnavailableException it did not come in time, or no more will
     */
    public DesiredOverrides await(Predicate<DesiredOverrides> wanted, Duration patience) {
        return overrides.await(wanted, patience);
    }

    /** Waits for a version that is at least as new; see {@link #await}. */
    public DesiredOverrides awaitVersion(long version, Duration patience) {
        return await(newest -> newest.version() >= version, patience);
    }

    /** Tells about every newer version from now on. */
    public void listen(OverridesListener listener) {
        overrides.listen(listener);
    }

    /** Says that the newest version is in force from now on, and gives it. */
    public DesiredOverrides switchToDesired() {
        DesiredOverrides newest = desired();
        inForce(newest.values());
        return newest;
    }

    /** Says what the bot runs with from now on. Before the first word it is the start values. */
    public void inForce(Overrides values) {
        inForce.updateAndGet(before -> before.switchedTo(values));
    }

    /** Begins an iteration, numbered from 1. */
    public IterationScope begin(int number) {
        requireOpen();
        return new IterationScope(number, inForce::get, clock);
    }

    /**
     * Sends an iteration, waiting for room as long as the limits allow.
     *
     * @return completed when the broker has acknowledged it, or with a {@link
     *     io.soakstream.producer.sink.DeliveryFailedException}
     * @throws io.soakstream.producer.sink.SendBufferFullException there was no room; it may be sent again
     * @throws io.soakstream.producer.sink.LaneHaltedException an earlier event was lost: see {@link #lost}
     */
    public CompletableFuture<Delivery> send(Iteration iteration) {
        requireOpen();
        return lane.send(events.iteration(iteration));
    }

    /**
     * The same without waiting.
     *
     * @return empty: there is no room, and nothing was done
     * @throws io.soakstream.producer.sink.LaneHaltedException an earlier event was lost: see {@link #lost}
     */
    public Optional<CompletableFuture<Delivery>> offer(Iteration iteration) {
        requireOpen();
        return lane.offer(events.iteration(iteration));
    }

    /** What was not delivered, in order. Until it is sent again or given up nothing else of the run is sent. */
    public List<SoakEvent> lost() {
        return lane.lost();
    }

    /** Sends what was lost once more, in its order. An iteration that had arrived after all counts once. */
    public List<CompletableFuture<Delivery>> resendLost() {
        return lane.resendLost();
    }

    /** Leaves what was lost behind: the tuner records the gap. */
    public List<SoakEvent> giveUpLost() {
        return lane.giveUpLost();
    }

    /** Ends the run now, with a last echo of what is in force. */
    public CompletableFuture<Delivery> end(RunEnding ending) {
        return end(ending, Optional.empty(), clock.instant());
    }

    /**
     * Ends the run, with a last echo of what is in force.
     *
     * @param note free text
     * @param at a time of the bot's own, such as a simulated one
     */
    public CompletableFuture<Delivery> end(RunEnding ending, Optional<String> note, Instant at) {
        requireOpen();
        CompletableFuture<Delivery> delivery = lane.send(events.ended(ending, inForce.get(), note, at));
        ended = true;
        return delivery;
    }

    /** Lets go of the run without ending it: a bot that comes back joins it again. */
    @Override
    public void close() {
        onClose.run();
    }

    private void requireOpen() {
        if (ended) {
            throw new IllegalStateException("run " + key() + " has ended");
        }
    }
}
