package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.schemas.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One to three instances of each app that come, stop and are killed while events flow.
 *
 * @param rounds changes of a group that must count
 */
record RebalanceScenario(
        ProofCluster cluster, EventScript script, Outputs expected, int rounds, long seed, ProofReport report) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<App> APPS = List.of(App.values());
    private static final int MOST = 3;
    /** Some kills may find no transaction open. */
    private static final double ATTEMPTS_PER_ROUND = 1.5;

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final StreamSettings SETTINGS =
            StreamSettings.of(ProofOptions.COMMIT).withSession(StreamSettings.SHORTEST_SESSION);

    /**
     * @throws AssertionError a group did not change, too few kills found a transaction open, or any output differs, or a
     *     transaction hangs
     */
    void run(String name) {
        report.say("seed " + seed + ", changes asked " + rounds);
        Random random = new Random(seed);
        Site site = cluster.site(name);
        try (Pipeline pipeline = new Pipeline(cluster, site);
                EventFeeder feeder = new EventFeeder(site, cluster.registry(), script.events())) {
            Map<App, List<Instance>> instances = startAll(pipeline);
            List<GroupChange> changes = changeAll(instances, pipeline, feeder, random);
            report.spread(
                    "group in agreement after a change",
                    changes.stream().map(GroupChange::tookMs).toList());
            feeder.finish();
            List<Differences> differences = pipeline.finish(expected, report);
            int counted = count(changes, site);
            report.end(counted, rounds, differences);
            assertThat(counted).as("changes that count").isEqualTo(rounds);
            assertThat(differences).allMatch(Differences::isEmpty, "as undisturbed");
        }
    }

    /** Until enough of them can count, or the attempts are used up. */
    private List<GroupChange> changeAll(
            Map<App, List<Instance>> instances, Pipeline pipeline, EventFeeder feeder, Random random) {
        List<GroupChange> changes = new ArrayList<>();
        int attempts = (int) Math.ceil(rounds * ATTEMPTS_PER_ROUND);
        int chunk = feeder.size() / (2 * attempts);
        long found = 0;
        while (found < rounds && changes.size() < attempts) {
            feeder.release(chunk, Duration.ofSeconds(4));
            App app = APPS.get(random.nextInt(APPS.size()));
            GroupChange.Kind kind = pick(instances.get(app).size(), random);
            Instance victim =
                    instances.get(app).get(random.nextInt(instances.get(app).size()));
            if (kind == GroupChange.Kind.KILL) {
                awaitOpenTransaction(victim, pipeline, feeder, chunk);
            }
            changes.add(change(changes.size() + 1, kind, victim, instances.get(app), pipeline));
            found = changes.stream().filter(GroupChange::isCandidate).count();
        }
        return changes;
    }

    private static void awaitOpenTransaction(Instance victim, Pipeline pipeline, EventFeeder feeder, int chunk) {
        await("transaction of " + victim.name() + " open")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> {
                    feeder.keepFlowing(Math.max(1, chunk / 4), ProofOptions.COMMIT);
                    return pipeline.open(victim).isPresent();
                });
    }

    /** Of kills only those count whose records are in the log and were given to nobody. */
    private int count(List<GroupChange> changes, Site site) {
        AbortedRecords records = AbortedRecords.read(
                site, changes.stream().flatMap(change -> change.left().stream()).toList());
        int counted = 0;
        for (GroupChange change : changes) {
            int aborted = change.left().map(records::of).orElse(0);
            report.say(change.text(aborted));
            counted += change.kind() != GroupChange.Kind.KILL || aborted > 0 ? 1 : 0;
        }
        return counted;
    }

    private static Map<App, List<Instance>> startAll(Pipeline pipeline) {
        Map<App, List<Instance>> instances = new EnumMap<>(App.class);
        for (App app : App.values()) {
            instances.put(app, new ArrayList<>(List.of(add(app, 0, pipeline), add(app, 1, pipeline))));
            instances.get(app).forEach(Instance::awaitRunning);
            await().atMost(PATIENCE).until(() -> pipeline.group(app).members().size() == 2);
        }
        return instances;
    }

    private static GroupChange change(
            int number, GroupChange.Kind kind, Instance victim, List<Instance> instances, Pipeline pipeline) {
        App app = victim.app();
        GroupProbe group = pipeline.group(app);
        Set<String> before = group.members();
        Optional<OpenTransaction> left = Optional.empty();
        long beginNanos = System.nanoTime();
        switch (kind) {
            case ADD -> instances.add(add(app, number + 1, pipeline));
            case STOP -> victim.process().terminate();
            case KILL -> {
                victim.process().kill();
                left = pipeline.left(victim);
            }
        }
        if (kind != GroupChange.Kind.ADD) {
            instances.remove(victim);
        }
        awaitAgreement(number + ": " + kind + " of " + app, app, before, instances.size(), pipeline);
        long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beginNanos);
        return new GroupChange(number, kind, app, before, group.members(), tookMs, left);
    }

    /** The group has other members than before, so many, and together they hold the whole input. */
    private static void awaitAgreement(String change, App app, Set<String> before, int size, Pipeline pipeline) {
        GroupProbe group = pipeline.group(app);
        Topic<?> input = app.input(pipeline.site().topics());
        await(change)
                .atMost(PATIENCE)
                .until(() -> group.members().size() == size
                        && !group.members().equals(before)
                        && group.isStable(input.name(), input.partitions()));
    }

    private static GroupChange.Kind pick(int size, Random random) {
        if (size == 1) {
            return GroupChange.Kind.ADD;
        }
        List<GroupChange.Kind> changes = size == MOST
                ? List.of(GroupChange.Kind.STOP, GroupChange.Kind.KILL)
                : List.of(GroupChange.Kind.values());
        return changes.get(random.nextInt(changes.size()));
    }

    private static Instance add(App app, int number, Pipeline pipeline) {
        return pipeline.start(app, app.word() + number, SETTINGS);
    }
}
