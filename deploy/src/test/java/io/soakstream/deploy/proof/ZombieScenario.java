package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Two instances of each app, of which one after the other stands still for longer than its session.
 *
 * @param stops that must count
 */
record ZombieScenario(
        ProofCluster cluster, EventScript script, Outputs expected, int stops, long seed, ProofReport report) {
    private static final int INSTANCES = 2;
    private static final int ATTEMPTS_PER_STOP = 2;
    private static final Duration JOIN_WITHIN = Duration.ofSeconds(90);
    private static final StreamSettings SETTINGS =
            StreamSettings.of(ProofOptions.COMMIT).withSession(StreamSettings.SHORTEST_SESSION);

    /** @throws AssertionError too few stops count, or any output differs, or a transaction hangs */
    void run(String name) {
        report.say("seed " + seed + ", stops asked " + stops);
        Site site = cluster.site(name);
        try (Pipeline pipeline = new Pipeline(cluster, site);
                EventFeeder feeder = new EventFeeder(site, cluster.registry(), script.events())) {
            List<Instance> instances = startAll(pipeline);
            List<Zombie> zombies = stopAll(instances, pipeline, feeder, new Random(seed));
            feeder.finish();
            List<Differences> differences = pipeline.finish(expected, report);
            require(countZombies(zombies, site), differences);
        }
    }

    /** Until enough of them have left a transaction open, or the attempts are used up. */
    private List<Zombie> stopAll(List<Instance> instances, Pipeline pipeline, EventFeeder feeder, Random random) {
        List<Zombie> zombies = new ArrayList<>();
        int chunk = Math.max(1, feeder.size() / (2 * ATTEMPTS_PER_STOP * stops));
        long found = 0;
        while (found < stops && zombies.size() < ATTEMPTS_PER_STOP * stops) {
            Instance victim = instances.get(random.nextInt(instances.size()));
            boolean late = found % 2 == 1;
            zombies.add(new StandStill(pipeline, feeder, victim).run(zombies.size() + 1, late, chunk));
            found = zombies.stream().filter(zombie -> zombie.left().isPresent()).count();
        }
        return zombies;
    }

    private static List<Instance> startAll(Pipeline pipeline) {
        List<Instance> instances = new ArrayList<>();
        for (App app : App.values()) {
            for (int number = 1; number <= INSTANCES; number++) {
                instances.add(pipeline.start(app, app.word() + number, SETTINGS));
            }
        }
        instances.forEach(Instance::awaitRunning);
        for (App app : App.values()) {
            await("instances of " + app)
                    .atMost(JOIN_WITHIN)
                    .until(() -> pipeline.group(app).members().size() == INSTANCES);
        }
        return instances;
    }

    /** Those count whose records are in the log and were given to nobody. */
    private int countZombies(List<Zombie> zombies, Site site) {
        AbortedRecords records = AbortedRecords.read(
                site, zombies.stream().flatMap(zombie -> zombie.left().stream()).toList());
        int counted = 0;
        for (Zombie zombie : zombies) {
            int aborted = zombie.left().map(records::of).orElse(0);
            report.say(zombie.text(aborted));
            counted += aborted > 0 ? 1 : 0;
        }
        return counted;
    }

    private void require(int counted, List<Differences> differences) {
        report.end(counted, stops, differences);
        assertThat(counted).as("stops that count").isEqualTo(stops);
        assertThat(differences).allMatch(Differences::isEmpty, "as undisturbed");
    }
}
