package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.deadletter.DeadLetter;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.gate.app.VerdictReader;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.contract.Verification;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Kills a bot that writes files, and the one broker, in a drawn order and at drawn moments, and starts them again. The
 * sidecar between them lives through all of it.
 *
 * @param botKills kills of the bot (count)
 * @param brokerKills kills of the broker (count)
 */
record FileBotScenario(
        RestartableCluster cluster,
        Line line,
        Path directory,
        int botKills,
        int brokerKills,
        long seed,
        ProofReport report) {
    private static final Duration ITERATION = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Most iterations that are sent between one fault and the next (count). */
    private static final int MAX_BETWEEN = 4;

    /**
     * Runs it on a cluster of its own.
     *
     * @param name of the report
     */
    static void run(String name, int botKills, int brokerKills, long seed) throws IOException {
        Path directory = ProofCluster.REPORTS.resolve(name);
        ProofCluster.delete(directory);
        try (RestartableCluster cluster = RestartableCluster.start(directory);
                Line line = Line.on(new Topics(name + "."), cluster)) {
            line.startTuner(new StateStorage(directory.resolve("tuner"), StoreKind.MEMORY));
            line.startGate(new StateStorage(directory.resolve("gate"), StoreKind.MEMORY));
            line.awaitRunning();
            new FileBotScenario(cluster, line, directory, botKills, brokerKills, seed, new ProofReport(name)).run();
        }
    }

    /** @throws AssertionError an iteration is lost or doubled, the overrides file was torn, or the run is not confirmed */
    private void run() throws IOException {
        report.say("seed " + seed + ", kills asked: bot " + botKills + ", broker " + brokerKills);
        Path artifacts = Files.createDirectories(directory.resolve("artifacts"));
        try (SoakProcess sidecar = SidecarProcess.start(line, artifacts, directory.resolve("sidecar.log"))) {
            await("sidecar").atMost(PATIENCE).until(() -> sidecar.says(SidecarProcess.STARTED));
            try (OverridesWatch watch = new OverridesWatch(artifacts.resolve("runtime_overrides.json"))) {
                int iterations = runBot(artifacts);
                sidecar.terminate();
                assertThat(watch.torn()).as("overrides file").isEmpty();
                requireAll(iterations);
            }
            report.say(sidecar.output().split("is not JSON", -1).length - 1 + " looks at a torn summary");
            assertThat(sidecar.output().lines())
                    .as("nothing is left that was not taken")
                    .last()
                    .asString()
                    .contains(": ended, ");
        }
    }

    /** @return how many iterations the bot has written, all of them sent (count) */
    private int runBot(Path artifacts) throws IOException {
        try (FileBotProcess bot = new FileBotProcess(artifacts, directory, ITERATION)) {
            bot.start();
            Random random = new Random(seed);
            for (boolean ofBroker : faults(random)) {
                int sent = SidecarNotes.of(artifacts).sent() + 1 + random.nextInt(MAX_BETWEEN);
                await("iterations sent")
                        .atMost(PATIENCE)
                        .until(() -> SidecarNotes.of(artifacts).sent() >= sent);
                Duration after = Duration.ofMillis(random.nextInt((int) ITERATION.toMillis()));
                report.say((ofBroker ? "broker" : "bot") + " killed " + after.toMillis() + " ms after iteration " + sent
                        + " was sent");
                strike(ofBroker, bot, after);
            }
            line.awaitRunning();
            awaitConfirmed(bot.written());
            bot.stop();
            int written = bot.written();
            await("all sent").atMost(PATIENCE).until(() -> SidecarNotes.of(artifacts)
                    .hasSentAll(written));
            return written;
        }
    }

    private void strike(boolean ofBroker, FileBotProcess bot, Duration after) {
        if (ofBroker) {
            cluster.broker().killAfter(after);
            cluster.broker().start();
        } else {
            bot.killAfter(after);
            bot.start();
        }
    }

    /** In a drawn order; true: the broker, false: the bot. */
    private List<Boolean> faults(Random random) {
        List<Boolean> faults = new ArrayList<>(Collections.nCopies(botKills, false));
        faults.addAll(Collections.nCopies(brokerKills, true));
        Collections.shuffle(faults, random);
        return faults;
    }

    /** Waits for the verdict on an iteration after that one which says that all is well. */
    private void awaitConfirmed(int iteration) {
        try (VerdictReader verdicts = new VerdictReader(line)) {
            await("a run that is confirmed")
                    .atMost(PATIENCE)
                    .pollInSameThread()
                    .until(() -> verdicts.poll(Duration.ofMillis(200)).stream()
                            .anyMatch(verdict -> verdict.getIteration() > iteration && isWell(verdict)));
        }
    }

    private static boolean isWell(Verdict verdict) {
        return verdict.getVerdict() == VerdictLevel.PASS && verdict.getVerification() == Verification.CONFIRMED;
    }

    private void requireAll(int iterations) {
        List<Verdict> verdicts = line.verdicts(SidecarProcess.RUN, iterations + 1);
        assertThat(verdicts).as("one for each iteration, and one for the end").hasSize(iterations + 1);
        assertThat(verdicts.get(iterations)).matches(FileBotScenario::isWell, "passed and confirmed");
        RunTopics topics = RunTopics.of(line);
        List<IterationSummary> sent = topics.iterations();
        report.say(iterations + " iterations, " + (sent.size() - iterations) + " repeats on the topic");
        assertThat(sent.stream().distinct().map(IterationSummary::getIteration))
                .as("every iteration, and repeats only of the very same content")
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, iterations).boxed().toList());
        assertThat(topics.lastEvent().getRunEnded().getEnd()).isEqualTo(RunEnd.COMPLETED);
        assertThat(line.deadLetters()).extracting(DeadLetter::code).isEmpty();
    }
}
