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
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Three instances of each app with standby copies of their state, on three brokers: in each round one broker and then one
 * instance is killed while events flow, and both come back.
 *
 * @param rounds of one broker and one instance each; the brokers take turns
 */
record ThreeBrokersScenario(
        ProofCluster cluster,
        ThreeBrokers brokers,
        EventScript script,
        Outputs expected,
        int rounds,
        long seed,
        ProofReport report) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final int INSTANCES = 3;
    private static final StreamSettings SETTINGS = StreamSettings.of(ProofOptions.COMMIT)
            .withSession(StreamSettings.SHORTEST_SESSION)
            .with(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, "1");

    /**
     * What became of a round.
     *
     * @param brokerMs from the broker's end until both apps had committed again on the other two
     * @param instanceMs from the instance's end until the other two had its partitions and committed again
     * @param backMs from the start of both until the groups agreed and all copies were there again
     * @param left the transaction that the instance left open; none: it does not count
     */
    private record Round(
            int number, String text, long brokerMs, long instanceMs, long backMs, List<OpenTransaction> left) {}

    /** @throws AssertionError an app ended, or any output differs, or a transaction hangs, or a kill found none open */
    void run(String name) {
        report.say("seed " + seed + ", rounds asked " + rounds);
        Random random = new Random(seed);
        Site site = cluster.site(name);
        try (Pipeline pipeline = new Pipeline(cluster, site);
                EventFeeder feeder = new EventFeeder(site, cluster.registry(), script.events())) {
            Map<App, List<Instance>> instances = startAll(pipeline);
            List<Round> done = new ArrayList<>();
            for (int number = 1; number <= rounds; number++) {
                feeder.release(feeder.size() / (2 * rounds), ProofOptions.COMMIT.multipliedBy(4));
                done.add(strike(number, instances, pipeline, feeder, random));
            }
            feeder.finish();
            List<Differences> differences = pipeline.finish(expected, report);
            int counted = count(done, site);
            report.end(counted, rounds, differences);
            assertThat(counted).as("rounds that count").isEqualTo(rounds);
            assertThat(differences).allMatch(Differences::isEmpty, "as undisturbed");
        }
    }

    private static Map<App, List<Instance>> startAll(Pipeline pipeline) {
        Map<App, List<Instance>> instances = new EnumMap<>(App.class);
        for (App app : App.values()) {
            List<Instance> three = new ArrayList<>();
            for (int number = 1; number <= INSTANCES; number++) {
                three.add(pipeline.start(app, app.word() + number, SETTINGS));
            }
            instances.put(app, three);
        }
        instances.values().forEach(three -> three.forEach(Instance::awaitRunning));
        instances.keySet().forEach(app -> awaitAgreement(app, INSTANCES, pipeline));
        return instances;
    }

    private Round strike(
            int number, Map<App, List<Instance>> instances, Pipeline pipeline, EventFeeder feeder, Random random) {
        int broker = 1 + number % ThreeBrokers.NODES;
        App app = App.values()[number % App.values().length];
        Instance victim = instances.get(app).get(random.nextInt(INSTANCES));
        long led = ThreeBrokers.led(cluster.admin(), broker);
        awaitOpenTransaction(victim, pipeline, feeder);
        long brokerMs = untilCommitted(() -> brokers.kill(broker), pipeline, feeder, App.values());
        awaitOpenTransaction(victim, pipeline, feeder);
        List<OpenTransaction> left = new ArrayList<>();
        long instanceMs = untilCommitted(() -> killAndAwaitOthers(victim, pipeline, left), pipeline, feeder, app);
        long backNanos = System.nanoTime();
        victim.start(SETTINGS);
        brokers.start(broker);
        instances.keySet().forEach(each -> awaitAgreement(each, INSTANCES, pipeline));
        ThreeBrokers.awaitInSync(cluster.admin());
        requireAlive(instances);
        String text =
                "round " + number + ": broker " + broker + " (leader of " + led + " partitions) and " + victim.name();
        return new Round(number, text, brokerMs, instanceMs, msSince(backNanos), left);
    }

    /** Returns when the other two have its partitions. */
    private static void killAndAwaitOthers(Instance victim, Pipeline pipeline, List<OpenTransaction> left) {
        victim.process().kill();
        pipeline.left(victim).ifPresent(left::add);
        awaitAgreement(victim.app(), INSTANCES - 1, pipeline);
    }

    private static long untilCommitted(Runnable kill, Pipeline pipeline, EventFeeder feeder, App... apps) {
        Map<App, Long> before = progress(pipeline, apps);
        long beginNanos = System.nanoTime();
        kill.run();
        awaitCommits(before, pipeline, feeder);
        return msSince(beginNanos);
    }

    private static Map<App, Long> progress(Pipeline pipeline, App... apps) {
        Map<App, Long> progress = new EnumMap<>(App.class);
        for (App app : apps) {
            progress.put(app, pipeline.group(app).progress());
        }
        return progress;
    }

    private static void awaitCommits(Map<App, Long> before, Pipeline pipeline, EventFeeder feeder) {
        before.forEach(
                (app, progress) -> await(app + " commits").atMost(PATIENCE).until(() -> {
                    keepFlowing(feeder);
                    return pipeline.group(app).progress() > progress;
                }));
    }

    private static void awaitOpenTransaction(Instance victim, Pipeline pipeline, EventFeeder feeder) {
        await("transaction of " + victim.name() + " open")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> {
                    keepFlowing(feeder);
                    return pipeline.open(victim).isPresent();
                });
    }

    private static void keepFlowing(EventFeeder feeder) {
        feeder.keepFlowing(Math.max(1, feeder.size() / 100), ProofOptions.COMMIT);
    }

    private static void awaitAgreement(App app, int members, Pipeline pipeline) {
        GroupProbe group = pipeline.group(app);
        Topic<?> input = app.input(pipeline.site().topics());
        await(app + " agrees")
                .atMost(PATIENCE)
                .until(() -> group.members().size() == members && group.isStable(input.name(), input.partitions()));
    }

    private static void requireAlive(Map<App, List<Instance>> instances) {
        assertThat(instances.values().stream().flatMap(List::stream))
                .as("instances")
                .allMatch(instance -> instance.process().isAlive());
    }

    /** Only rounds count in which the records of the killed instance are in the log and were given to nobody. */
    private int count(List<Round> done, Site site) {
        AbortedRecords records = AbortedRecords.read(
                site, done.stream().flatMap(round -> round.left().stream()).toList());
        int counted = 0;
        for (Round round : done) {
            int aborted = round.left().stream().mapToInt(records::of).sum();
            report.say(round.text() + " killed; committed again " + round.brokerMs() + " and " + round.instanceMs()
                    + " ms later; all back after " + round.backMs() + " ms; " + aborted + " aborted records");
            counted += aborted > 0 ? 1 : 0;
        }
        report.spread(
                "committed after a broker's end",
                done.stream().map(Round::brokerMs).toList());
        report.spread(
                "committed after an instance's end",
                done.stream().map(Round::instanceMs).toList());
        report.spread("all back", done.stream().map(Round::backMs).toList());
        return counted;
    }

    private static long msSince(long beginNanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beginNanos);
    }
}
