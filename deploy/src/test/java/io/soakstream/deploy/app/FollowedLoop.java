package io.soakstream.deploy.app;

import io.soakstream.deploy.page.PixelClock;
import io.soakstream.producer.client.ClientLimits;
import io.soakstream.producer.client.SoakProducer;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.live.LiveLoop;
import io.soakstream.producer.live.Pace;
import io.soakstream.producer.loop.ClosedLoop;
import io.soakstream.producer.loop.SimulatedBot;
import io.soakstream.producer.loop.SimulatedRun;
import io.soakstream.producer.simulator.Regime;
import io.soakstream.producer.simulator.RegimePlan;
import io.soakstream.producer.simulator.SimulatedMarket;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.profile.Profile;
import io.soakstream.schemas.profile.StartPlan;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A closed loop through Kafka from a bad start, on a thread of its own, that goes on as far as it is let. */
final class FollowedLoop implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;

    private final PixelClock clock = new PixelClock();
    private final Semaphore steps = new Semaphore(0);
    private final AtomicBoolean left = new AtomicBoolean();
    private final CompletableFuture<Void> run;

    private FollowedLoop(KafkaAccess access, RunKey key, int iterations) {
        SimulatedRun planned = new SimulatedRun(
                key,
                iterations,
                SimulatedRun.BEGIN,
                Duration.ofMinutes(5),
                new StartPlan(
                        Optional.of(Profile.read("reckless", ParameterCatalogue.standard())),
                        Optional.empty(),
                        Optional.empty()),
                true);
        SimulatedBot bot = new SimulatedBot(
                SimulatedMarket.of(7, RegimePlan.of(Regime.CALM)), iteration -> clock.sent(iteration.iteration()));
        run = CompletableFuture.runAsync(() -> go(access, planned, bot));
    }

    /** Starts the run; it waits for its first step. */
    static FollowedLoop start(KafkaAccess access, RunKey key, int iterations) {
        return new FollowedLoop(access, key, iterations);
    }

    private void go(KafkaAccess access, SimulatedRun planned, SimulatedBot bot) {
        try (SoakProducer producer = SoakProducer.connect(access, ClientLimits.defaults(), InstantSource.system());
                LiveLoop live = new LiveLoop(access, producer, Pace.simulated(planned.begin()))) {
            new ClosedLoop(planned, bot).over(live, this::isLet);
        }
    }

    private boolean isLet() {
        try {
            return steps.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS) && !left.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** So many iterations more. */
    void advance(int iterations) {
        steps.release(iterations);
    }

    PixelClock clock() {
        return clock;
    }

    /** Waits for the end of the run, which must have been let go so far. */
    void end() {
        run.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** A run that has not come to its end is cut short. */
    @Override
    public void close() {
        left.set(true);
        advance(1);
        run.exceptionally(failed -> null).join();
    }
}
