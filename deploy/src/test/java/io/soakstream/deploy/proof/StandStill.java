package io.soakstream.deploy.proof;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Stops an instance in the middle of a transaction until another has its work, and lets it go on. */
final class StandStill {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Pipeline pipeline;
    private final EventFeeder feeder;
    private final Instance victim;
    private final GroupProbe group;
    private final String transactionalId;

    /** @param victim one of at least two instances of its app, all of them at work */
    StandStill(Pipeline pipeline, EventFeeder feeder, Instance victim) {
        this.pipeline = pipeline;
        this.feeder = feeder;
        this.victim = victim;
        this.group = pipeline.group(victim.app());
        this.transactionalId = victim.transactionalId();
    }

    /**
     * @param late whether the victim goes on only when the broker has ended its transaction; else as soon as it is out
     *     of the group, when it still holds a transaction that it may believe to be good
     * @param chunk events to feed before it and in the meantime (count)
     */
    Zombie run(int number, boolean late, int chunk) {
        feeder.release(chunk, ProofOptions.COMMIT.multipliedBy(2));
        awaitOpenTransaction(chunk);
        victim.process().signal("STOP");
        long stoppedNanos = System.nanoTime();
        Optional<OpenTransaction> left = pipeline.left(victim);
        feeder.release(chunk, ProofOptions.COMMIT);
        awaitReplaced(late, left);
        long stoppedMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - stoppedNanos);
        int lives = victim.timesRunning();
        victim.process().signal("CONT");
        awaitReturn(lives, left);
        return new Zombie(number, victim.name(), victim.process().pid(), late, stoppedMs, left);
    }

    private void awaitOpenTransaction(int chunk) {
        await("transaction of " + victim.name() + " open")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> {
                    feeder.keepFlowing(Math.max(1, chunk / 4), ProofOptions.COMMIT);
                    return pipeline.open(victim).isPresent();
                });
    }

    private void awaitReplaced(boolean late, Optional<OpenTransaction> left) {
        long progress = group.progress();
        await(victim.name() + " out of the group").atMost(PATIENCE).until(() -> !group.hasMemberOf(transactionalId));
        if (late) {
            await("the broker ends what it left").atMost(PATIENCE).until(() -> hasEnded(left));
            await("another instance commits").atMost(PATIENCE).until(() -> group.progress() > progress);
        }
    }

    /** @param lives how often it had said that it runs */
    private void awaitReturn(int lives, Optional<OpenTransaction> left) {
        await(victim.name() + " back in the group")
                .atMost(PATIENCE)
                .until(() -> group.hasMemberOf(transactionalId) && victim.timesRunning() > lives);
        await("what it left has ended").atMost(PATIENCE).until(() -> hasEnded(left));
    }

    private boolean hasEnded(Optional<OpenTransaction> left) {
        return left.isEmpty() || pipeline.transactions().hasEnded(left.get());
    }
}
