package io.soakstream.deploy.proof;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/** Kills tuner and gate again and again while events flow, and keeps the evidence of each kill that found its mark. */
final class KillCampaign {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** That a look at open transactions is followed by the signal (probability). */
    private static final double CHANCE = 0.1;

    private static final Duration LOOK = Duration.ofMillis(20);

    private final KillPlan plan;
    private final Pipeline pipeline;
    private final EventFeeder feeder;
    private final Random random;
    /** Apart from the other, of which the number of draws does not depend on time. */
    private final Random moments;

    private final Map<App, Instance> instances = new EnumMap<>(App.class);
    private final Map<App, Home> homes = new EnumMap<>(App.class);
    private final List<Kill> kills = new ArrayList<>();
    private final List<String> misses = new ArrayList<>();

    KillCampaign(KillPlan plan, Pipeline pipeline, EventFeeder feeder, Random random) {
        this.plan = plan;
        this.pipeline = pipeline;
        this.feeder = feeder;
        this.random = random;
        this.moments = new Random(random.nextLong());
    }

    /** Kills whose transaction was open after the process was gone, in order. */
    List<Kill> kills() {
        return kills;
    }

    /** Aborted records of each of them, in order (count): 0 where the commit came through after all. */
    List<Integer> abortedRecords() {
        AbortedRecords records = AbortedRecords.read(
                pipeline.site(), kills.stream().map(Kill::left).toList());
        return kills.stream().map(kill -> records.of(kill.left())).toList();
    }

    /** Why other kills do not count. */
    List<String> misses() {
        return misses;
    }

    /** Starts both apps and kills until the plan is fulfilled, the attempts are used up or the events are. */
    void run() {
        for (App app : App.values()) {
            homes.put(app, Home.SAME);
            instances.put(app, pipeline.start(app, app.word(), plan.settings(app, Home.SAME)));
        }
        instances.values().forEach(Instance::awaitRunning);
        int candidates = plan.kills();
        for (int attempt = 0; attempt < plan.attempts() && kills.size() < candidates; attempt++) {
            if (!attempt()) {
                misses.add("the events ran out in attempt " + attempt);
                return;
            }
            if (kills.size() >= candidates) {
                candidates = kills.size() + missing();
            }
        }
    }

    /** Kills that are still to be made (count). */
    private int missing() {
        long counted = abortedRecords().stream().filter(aborted -> aborted > 0).count();
        return Math.max(0, plan.kills() - (int) counted);
    }

    /** @return false when the events ended before the moment had come */
    private boolean attempt() {
        List<App> victims = plan.victims(random);
        feeder.release(plan.chunk(feeder), plan.commit().multipliedBy(2));
        if (!awaitMoment(victims)) {
            return false;
        }
        victims.forEach(app -> instances.get(app).process().kill());
        List<Recovery> recoveries = victims.stream().map(this::restart).toList();
        await("back at work")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> recoveries.stream().filter(Recovery::isComplete).count() == recoveries.size());
        return true;
    }

    /**
     * Some time while the transactions of all victims are open. How long they stay open is not ours to say, so the
     * moment is drawn anew at each look and not once in advance.
     *
     * @return false when the events ended before it had come
     */
    private boolean awaitMoment(List<App> victims) {
        AtomicBoolean come = new AtomicBoolean();
        await("transactions of " + victims + " open")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> {
                    come.set(victims.stream().allMatch(app -> isOpen(app)) && moments.nextDouble() < CHANCE);
                    feeder.keepFlowing(plan.trickle(feeder), plan.commit());
                    return come.get() || feeder.isIdle();
                });
        return come.get();
    }

    private boolean isOpen(App app) {
        return pipeline.open(instances.get(app)).isPresent();
    }

    /** Takes the evidence, then starts the next process. */
    private Recovery restart(App app) {
        Instance instance = instances.get(app);
        long pid = instance.process().pid();
        Optional<String> transactionalId = pipeline.transactionalId(instance);
        GroupProbe group = pipeline.group(app);
        // Before the look at what is left: a commit that comes through in between is progress too.
        long progress = group.progress();
        Optional<OpenTransaction> left = pipeline.left(instance);
        Home victim = homes.get(app);
        Home next = plan.next(victim, random);
        homes.put(app, next);
        if (next != Home.SAME) {
            instance.moveHome();
        }
        instance.start(plan.settings(app, next), next.stores());
        // Where nothing was left open, there may be nothing to commit again.
        Recovery recovery = new Recovery(
                () -> instance.process().says(Instance.RUNNING) && isNew(instance, next, transactionalId),
                () -> left.isEmpty() || group.progress() > progress,
                () -> left.isEmpty() || pipeline.transactions().hasEnded(left.get()));
        left.ifPresentOrElse(
                found -> kills.add(new Kill(kills.size() + 1, app, pid, victim, next, found, recovery)),
                () -> misses.add(app.word() + " pid " + pid + ": "
                        + transactionalId.flatMap(pipeline.transactions()::describe)));
        return recovery;
    }

    /** Until then what the broker knows in place of a home is still the process before. */
    private boolean isNew(Instance instance, Home next, Optional<String> before) {
        return next == Home.SAME || !pipeline.transactionalId(instance).equals(before);
    }
}
