package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Restarts the one broker under both apps and the producer, in order and by SIGKILL in turn.
 *
 * <p>A transaction with output is open at the last look before each fault. That it still was when the broker went is not
 * shown: the apps commit it as soon as the broker is back, and then nothing tells it from one that was committed before.
 *
 * @param restarts to make
 */
record BrokerScenario(
        ProofCluster cluster,
        RestartableBroker broker,
        EventScript script,
        Outputs expected,
        int restarts,
        ProofReport report) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(20);

    /** @throws AssertionError an app ended, or any output differs, or a transaction hangs */
    void run(String name) throws IOException {
        report.say("broker restarts asked " + restarts);
        Site site = cluster.site(name);
        try (Pipeline pipeline = new Pipeline(cluster, site);
                EventFeeder feeder = new EventFeeder(site, cluster.registry(), script.events())) {
            List<Instance> instances = new ArrayList<>();
            for (App app : App.values()) {
                instances.add(pipeline.start(app, app.word(), StreamSettings.of(ProofOptions.COMMIT)));
            }
            instances.forEach(Instance::awaitRunning);
            List<Long> back = new ArrayList<>();
            for (int number = 1; number <= restarts; number++) {
                feeder.release(feeder.size() / (restarts + 1), ProofOptions.COMMIT.multipliedBy(4));
                back.add(restart(number, pipeline, instances));
            }
            report.spread("committed after the broker went", back);
            feeder.finish();
            List<Differences> differences = pipeline.finish(expected, report);
            report.end(back.size(), restarts, differences);
            assertThat(differences).allMatch(Differences::isEmpty, "as undisturbed");
        }
    }

    /** @return from the loss of the broker until both apps have committed again (ms) */
    private long restart(int number, Pipeline pipeline, List<Instance> instances) throws IOException {
        Map<App, Long> before = progress(pipeline);
        List<OpenTransaction> open = awaitOpenTransactions(pipeline, instances);
        boolean killed = number % 2 == 0;
        long pid = broker.pid();
        long beginNanos = System.nanoTime();
        if (killed) {
            broker.kill();
        } else {
            broker.stop();
        }
        long goneMs = msSince(beginNanos);
        broker.start();
        long answersMs = msSince(beginNanos);
        awaitCommits(pipeline, before);
        long committedMs = msSince(beginNanos);
        assertThat(instances).as("apps").allMatch(instance -> instance.process().isAlive());
        report.say("broker " + number + ": " + (killed ? "SIGKILL" : "stopped in order") + ", pid " + pid + " -> "
                + broker.pid() + ", gone after " + goneMs + " ms, answers after " + answersMs
                + " ms, both apps committed after " + committedMs + " ms; open at the last look: " + text(open));
        return committedMs;
    }

    private static Map<App, Long> progress(Pipeline pipeline) {
        Map<App, Long> progress = new EnumMap<>(App.class);
        for (App app : App.values()) {
            progress.put(app, pipeline.group(app).progress());
        }
        return progress;
    }

    private static List<OpenTransaction> awaitOpenTransactions(Pipeline pipeline, List<Instance> instances) {
        return await("a transaction with output open")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(
                        () -> instances.stream()
                                .flatMap(instance -> pipeline.open(instance).stream())
                                .toList(),
                        open -> !open.isEmpty());
    }

    private static String text(List<OpenTransaction> open) {
        return open.stream().map(OpenTransaction::text).collect(Collectors.joining("; "));
    }

    private static long msSince(long beginNanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beginNanos);
    }

    private static void awaitCommits(Pipeline pipeline, Map<App, Long> before) {
        before.forEach((app, progress) -> await(app + " commits")
                .atMost(PATIENCE)
                .until(() -> pipeline.group(app).progress() > progress));
    }
}
