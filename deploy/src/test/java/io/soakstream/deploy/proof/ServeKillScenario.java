package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.deadletter.DeadLetter;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Kills the HTTP server and the one broker behind it, in a drawn order and at drawn moments, under a bot that sends
 * without a pause what it has until it is taken.
 *
 * @param serverKills kills of the server (count)
 * @param brokerKills kills of the broker (count)
 */
record ServeKillScenario(
        RestartableCluster cluster,
        Line line,
        Path directory,
        int serverKills,
        int brokerKills,
        long seed,
        ProofReport report) {
    private static final String RUN = "served";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Most iterations that are sent between one fault and the next (count). */
    private static final int MAX_BETWEEN = 40;

    private static final int MAX_DELAY_MS = 300;
    /** Iterations after the last fault (count). */
    private static final int AFTER = 20;

    /**
     * Runs it on a cluster of its own.
     *
     * @param name of the report
     */
    static void run(String name, int serverKills, int brokerKills, long seed) throws IOException {
        Path directory = ProofCluster.REPORTS.resolve(name);
        ProofCluster.delete(directory);
        try (RestartableCluster cluster = RestartableCluster.start(directory);
                Line line = Line.on(new Topics(name + "."), cluster)) {
            line.startTuner(new StateStorage(directory.resolve("tuner"), StoreKind.MEMORY));
            line.startGate(new StateStorage(directory.resolve("gate"), StoreKind.MEMORY));
            line.awaitRunning();
            new ServeKillScenario(cluster, line, directory, serverKills, brokerKills, seed, new ProofReport(name))
                    .run();
        }
    }

    /** @throws AssertionError an iteration that was taken is lost, or one is judged twice */
    private void run() {
        report.say("seed " + seed + ", kills asked: server " + serverKills + ", broker " + brokerKills);
        try (ServedPort server = new ServedPort(line, directory)) {
            server.start();
            HttpBot bot = new HttpBot(URI.create(server.url() + "/api/v1/bots/mm/runs/" + RUN));
            Random random = new Random(seed);
            for (boolean ofBroker : faults(random)) {
                strike(ofBroker, server, bot, random);
            }
            sendTo(bot, bot.sent() + AFTER);
            bot.end();
            report.say(bot.sent() + " iterations sent, " + bot.troubles());
            requireAll(bot.sent());
        }
    }

    /** The bot sends on while the fault happens and while it is repaired. */
    private void strike(boolean ofBroker, ServedPort server, HttpBot bot, Random random) {
        if (bot.sent() == 0) {
            bot.start(10_000);
        }
        int sent = bot.sent() + 1 + random.nextInt(MAX_BETWEEN);
        Duration after = Duration.ofMillis(random.nextInt(MAX_DELAY_MS));
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> sendTo(bot, sent + MAX_BETWEEN));
        await("iterations sent").atMost(PATIENCE).until(() -> bot.sent() >= sent);
        report.say((ofBroker ? "broker" : "server") + " killed " + after.toMillis() + " ms after iteration " + sent
                + " was taken");
        if (ofBroker) {
            cluster.broker().killAfter(after);
            cluster.broker().start();
        } else {
            server.killAfter(after);
            server.start();
        }
        sending.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static void sendTo(HttpBot bot, int last) {
        for (int iteration = bot.sent() + 1; iteration <= last; iteration++) {
            bot.send(iteration);
        }
    }

    /** In a drawn order; true: the broker, false: the server. */
    private List<Boolean> faults(Random random) {
        List<Boolean> faults = new ArrayList<>(Collections.nCopies(serverKills, false));
        faults.addAll(Collections.nCopies(brokerKills, true));
        Collections.shuffle(faults, random);
        return faults;
    }

    private void requireAll(int iterations) {
        line.awaitRunning();
        assertThat(line.verdicts(RUN, iterations + 1))
                .as("one for each iteration, and one for the end")
                .hasSize(iterations + 1);
        RunTopics topics = RunTopics.of(line);
        List<IterationSummary> sent = topics.iterations();
        report.say(sent.size() - iterations + " repeats on the topic");
        assertThat(sent.stream().distinct().map(IterationSummary::getIteration))
                .as("every iteration, and repeats only of the very same content")
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, iterations).boxed().toList());
        assertThat(topics.lastEvent().getRunEnded().getEnd()).isEqualTo(RunEnd.COMPLETED);
        assertThat(line.deadLetters()).extracting(DeadLetter::code).isEmpty();
    }
}
