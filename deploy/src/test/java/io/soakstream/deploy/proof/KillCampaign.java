package io.soakstream.deploy.proof;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Kills tuner and gate again and again while events flow, and keeps the evidence of each kill that found its mark. */
final class KillCampaign {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Of the commit interval: later than this the commit may be faster than the signal (ratio). */
    private static final double LATEST_MOMENT = 0.7;

    private static final Duration LOOK = Duration.ofMillis(20);

    private final KillPlan plan;
    private final Pipeline pipeline;
    private final EventFeeder feeder;
    private final Random random;
    private final Map<App, Instance> instances = new EnumMap<>(App.class);
    private final List<Kill> kills = new ArrayList<>();
    private final List<String> misses = new ArrayList<>();

    KillCampaign(KillPlan plan, Pipeline pipeline, EventFeeder feeder, Random random) {
        this.plan = plan;
        this.pipeline = pipeline;
        this.feeder = feeder;
        this.random = random;
    }

    /** Kills whose transaction was open after the process was gone, in order. */
    List<Kill> kills() {
        return kills;
    }

    /** Why other kills do not count. */
    List<String> misses() {
        return misses;
    }

    /** Starts both apps and kills until the plan is fulfilled, the attempts are used up or the events are. */
    void run() {
        for (App app : App.values()) {
            Instance instance = pipeline.add(Instance.ofCommand(app, app.word(), pipeline.site()));
            instances.put(app, instance);
            instance.start(plan.settings(app));
        }
        instances.values().forEach(Instance::awaitRunning);
        for (int attempt = 0; attempt < plan.attempts() && kills.size() < plan.kills(); attempt++) {
            if (feeder.left() == 0) {
                misses.add("the events ran out after " + attempt + " attempts");
                return;
            }
            attempt();
        }
    }

    private void attempt() {
        List<App> victims = plan.victims(random);
        feeder.release(plan.chunk(feeder), plan.commit().multipliedBy(2));
        awaitMoment(victims);
        victims.forEach(app -> instances.get(app).process().kill());
        List<Recovery> recoveries = victims.stream().map(this::restart).toList();
        await("back at work")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> recoveries.stream().filter(Recovery::isComplete).count() == recoveries.size());
    }

    /** A seeded time after the first record of the transaction of every victim. */
    private void awaitMoment(List<App> victims) {
        Map<App, Double> momentMs = new EnumMap<>(App.class);
        victims.forEach(app -> momentMs.put(
                app, random.nextDouble() * LATEST_MOMENT * plan.commit().toMillis()));
        await("transactions of " + victims + " open")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> {
                    keepFlowing();
                    return victims.stream().allMatch(app -> open(app)
                            .filter(found -> found.openMs() >= momentMs.get(app))
                            .isPresent());
                });
    }

    private void keepFlowing() {
        if (feeder.isIdle() && feeder.left() > 0) {
            feeder.release(plan.trickle(feeder), plan.commit());
        }
    }

    private Optional<OpenTransaction> open(App app) {
        return pipeline.transactions()
                .open(
                        instances.get(app).transactionalId(),
                        app.outputs(pipeline.site().topics()));
    }

    /** Takes the evidence, then starts the next process. */
    private Recovery restart(App app) {
        Instance instance = instances.get(app);
        long pid = instance.process().pid();
        String transactionalId = instance.transactionalId();
        GroupProbe group = pipeline.group(app);
        Optional<OpenTransaction> left = open(app);
        long progress = group.progress();
        Kill.Home home = plan.home(random);
        if (home == Kill.Home.FRESH) {
            instance.moveHome();
        }
        instance.start(plan.settings(app));
        Recovery recovery = new Recovery(
                () -> instance.process().says(Instance.RUNNING),
                () -> group.progress() > progress,
                () -> left.isEmpty() || pipeline.transactions().hasEnded(left.get()));
        left.ifPresentOrElse(
                found -> kills.add(new Kill(kills.size() + 1, app, pid, home, found, recovery)),
                () -> misses.add(app.word() + " pid " + pid + ": "
                        + pipeline.transactions().describe(transactionalId)));
        return recovery;
    }
}
