package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Stops one of two instances in the middle of a transaction until the other has its work, and lets it go on.
 *
 * @param rounds stops that must count
 */
record ZombieScenario(
        ProofCluster cluster, EventScript script, Outputs expected, int rounds, long seed, ProofReport report) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(20);

    /** @throws AssertionError too few stops count, or any output differs, or a transaction hangs */
    void run(String name) {
        report.say("seed " + seed + ", stops asked " + rounds);
        Random random = new Random(seed);
        Site site = cluster.site(name);
        try (Pipeline pipeline = new Pipeline(cluster, site);
                EventFeeder feeder = new EventFeeder(site, cluster.registry(), script.events())) {
            List<Instance> instances = new ArrayList<>();
            for (App app : App.values()) {
                for (int number = 1; number <= 2; number++) {
                    instances.add(pipeline.add(Instance.ofCommand(app, app.word() + number, site)));
                }
            }
            instances.forEach(instance -> instance.start(StreamSettings.of(ProofOptions.COMMIT)));
            instances.forEach(Instance::awaitRunning);
            for (App app : App.values()) {
                await().atMost(PATIENCE)
                        .until(() -> pipeline.group(app).members().size() == 2);
            }
            List<Zombie> zombies = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                Instance victim = instances.get(random.nextInt(instances.size()));
                zombies.add(stop(round, victim, pipeline, feeder));
            }
            feeder.finish();
            List<Differences> differences = pipeline.finish(expected, report);
            require(zombies, site, differences);
        }
    }

    private Zombie stop(int round, Instance victim, Pipeline pipeline, EventFeeder feeder) {
        int chunk = Math.max(1, feeder.size() / (3 * rounds));
        GroupProbe group = pipeline.group(victim.app());
        String id = victim.transactionalId();
        feeder.release(chunk, ProofOptions.COMMIT.multipliedBy(2));
        await("transaction of " + victim.name() + " open")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> {
                    if (feeder.isIdle() && feeder.left() > 0) {
                        feeder.release(Math.max(1, chunk / 4), ProofOptions.COMMIT);
                    }
                    return open(pipeline, victim).isPresent();
                });
        victim.process().signal("STOP");
        Optional<OpenTransaction> left = open(pipeline, victim);
        boolean late = round % 2 == 0;
        long progress = group.progress();
        long stoppedNanos = System.nanoTime();
        feeder.release(chunk, ProofOptions.COMMIT);
        await(victim.name() + " out of the group").atMost(PATIENCE).until(() -> !group.hasMemberOf(id));
        if (late) {
            await("the broker ends what it left").atMost(PATIENCE).until(() -> hasEnded(pipeline, id, left));
            await("the other one commits").atMost(PATIENCE).until(() -> group.progress() > progress);
        }
        long stoppedMs = (System.nanoTime() - stoppedNanos) / 1_000_000;
        int lives = victim.timesRunning();
        victim.process().signal("CONT");
        await(victim.name() + " back in the group")
                .atMost(PATIENCE)
                .until(() -> group.hasMemberOf(id) && victim.timesRunning() > lives);
        await("what it left has ended").atMost(PATIENCE).until(() -> hasEnded(pipeline, id, left));
        return new Zombie(round, victim.name(), victim.process().pid(), late, stoppedMs, left);
    }

    private static Optional<OpenTransaction> open(Pipeline pipeline, Instance victim) {
        return pipeline.transactions()
                .open(
                        victim.transactionalId(),
                        victim.app().outputs(pipeline.site().topics()));
    }

    private static boolean hasEnded(Pipeline pipeline, String id, Optional<OpenTransaction> left) {
        return left.isEmpty() || pipeline.transactions().hasEnded(left.get());
    }

    private void require(List<Zombie> zombies, Site site, List<Differences> differences) {
        AbortedRecords records = AbortedRecords.read(
                site, zombies.stream().flatMap(zombie -> zombie.left().stream()).toList());
        int counted = 0;
        for (Zombie zombie : zombies) {
            int aborted = zombie.left().map(records::of).orElse(0);
            report.say(zombie.text(aborted));
            counted += aborted > 0 ? 1 : 0;
        }
        report.end(counted, rounds, differences);
        assertThat(counted).as("stops that count").isEqualTo(rounds);
        assertThat(differences).allMatch(Differences::isEmpty, "as undisturbed");
    }
}
