package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.schemas.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One to three instances of each app that come, stop and are killed while events flow.
 *
 * @param rounds changes of a group
 */
record RebalanceScenario(
        ProofCluster cluster, EventScript script, Outputs expected, int rounds, long seed, ProofReport report) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<App> APPS = List.of(App.values());
    private static final int MOST = 3;
    /** The last group of a member's UUID (characters). */
    private static final int MEMBER_TAIL = 12;

    /** What happens to the instances of an app. */
    private enum Change {
        ADD,
        STOP,
        KILL
    }

    /** @throws AssertionError a group did not change, or any output differs, or a transaction hangs */
    void run(String name) {
        report.say("seed " + seed + ", changes asked " + rounds);
        Random random = new Random(seed);
        Site site = cluster.site(name);
        try (Pipeline pipeline = new Pipeline(cluster, site);
                EventFeeder feeder = new EventFeeder(site, cluster.registry(), script.events())) {
            Map<App, List<Instance>> instances = startAll(pipeline);
            List<Long> gaps = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                feeder.release(feeder.size() / (rounds + 1), Duration.ofSeconds(4));
                App app = APPS.get(random.nextInt(APPS.size()));
                gaps.add(change(round, app, instances.get(app), pipeline, random));
            }
            report.spread("group in agreement after a change", gaps);
            feeder.finish();
            List<Differences> differences = pipeline.finish(expected, report);
            report.end(gaps.size(), rounds, differences);
            assertThat(differences).allMatch(Differences::isEmpty, "as undisturbed");
        }
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

    /** @return how long until the members have agreed again (ms) */
    private long change(int round, App app, List<Instance> instances, Pipeline pipeline, Random random) {
        GroupProbe group = pipeline.group(app);
        Set<String> before = group.members();
        Change change = pick(instances.size(), random);
        long beginNanos = System.nanoTime();
        if (change == Change.ADD) {
            instances.add(add(app, round + 1, pipeline));
        } else {
            end(change, instances.remove(random.nextInt(instances.size())).process());
        }
        awaitAgreement(round + ": " + change + " of " + app, app, before, instances.size(), pipeline);
        long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beginNanos);
        Set<String> after = group.members();
        report.say("change " + round + ": " + change + " of " + app.word() + ", members " + before.size() + " -> "
                + after.size() + ", in agreement after " + tookMs + " ms; left " + without(before, after) + ", came "
                + without(after, before));
        return tookMs;
    }

    private static void end(Change change, SoakProcess process) {
        if (change == Change.KILL) {
            process.kill();
        } else {
            process.terminate();
        }
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

    /** The coordinator's own part of each id is enough to tell members apart. */
    private static List<String> without(Set<String> members, Set<String> others) {
        return members.stream()
                .filter(member -> !others.contains(member))
                .map(member -> member.substring(member.length() - MEMBER_TAIL))
                .toList();
    }

    private static Change pick(int size, Random random) {
        if (size == 1) {
            return Change.ADD;
        }
        List<Change> changes = size == MOST ? List.of(Change.STOP, Change.KILL) : List.of(Change.values());
        return changes.get(random.nextInt(changes.size()));
    }

    private static Instance add(App app, int number, Pipeline pipeline) {
        return pipeline.start(app, app.word() + number, StreamSettings.of(ProofOptions.COMMIT));
    }
}
