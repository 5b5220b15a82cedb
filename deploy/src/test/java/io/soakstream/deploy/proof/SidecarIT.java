package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.deadletter.DeadLetter;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.gate.app.VerdictReader;
import io.soakstream.gate.report.snapshot.OutcomeCounts;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.contract.Verification;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot that writes files, a sidecar in a process of its own, a real tuner and a real gate. */
class SidecarIT {
    private static final int ITERATIONS = 24;
    private static final int KILLS = ProofOptions.count("sidecar.kills", 4);
    private static final int LATEST_KILL_MS = 400;
    /** Of the overrides of a run that nothing has changed yet. */
    private static final long FIRST_VERSION = 1;

    private static final Duration ITERATION = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path directory;

    private int processes;

    @Test
    void shouldBringAFileWritingBotToConfirmedValues() throws Exception {
        // Given
        try (Line line = line("sidecar.");
                SoakProcess sidecar = sidecar(line);
                FileBot bot = new FileBot(artifacts(), ITERATIONS)) {
            await().atMost(PATIENCE).until(() -> sidecar.says(SidecarProcess.STARTED));

            // When
            bot.writeUpTo(0);
            bot.start(ITERATION);
            paceByWhatItIsGiven(line, bot);
            int code = sidecar.awaitEnd(PATIENCE);

            // Then
            assertThat(code).as(sidecar.output()).isZero();
            List<Verdict> verdicts = line.verdicts(SidecarProcess.RUN, ITERATIONS + 1);
            assertThat(verdicts).hasSize(ITERATIONS + 1);
            Verdict last = verdicts.get(ITERATIONS - 1);
            assertThat(last.getVerdict()).isEqualTo(VerdictLevel.PASS);
            assertThat(last.getVerification()).isEqualTo(Verification.CONFIRMED);
            RunTopics topics = RunTopics.of(line);
            assertThat(topics.decisions(ApplicationOutcome.APPLIED))
                    .as("each delta that was applied is one that the bot ran with")
                    .isNotEmpty()
                    .isEqualTo(topics.decisions(ApplicationOutcome.CONFIRMED));
            assertThat(line.deadLetters()).isEmpty();
            List<IterationSummary> iterations = topics.iterations();
            assertThat(iterations.get(0).getRiskRatio()).isEqualTo(0.7);
            assertThat(iterations.get(ITERATIONS - 1).getRiskRatio())
                    .as("the bot follows, and has less risk for it")
                    .isLessThan(0.6);
            assertThat(topics.lastEvent().getRunEnded().getEnd()).isEqualTo(RunEnd.COMPLETED);
        }
    }

    @Test
    void shouldLoseAndDoubleNothingWhenItIsKilled() throws Exception {
        // Given
        long seed = ProofOptions.fixedSeed();
        System.out.println("sidecar kills: " + KILLS + ", -Dproof.seed=" + seed);
        Random random = new Random(seed);
        try (Line line = line("sidecar-kill.");
                FileBot bot = new FileBot(artifacts(), ITERATIONS)) {
            SoakProcess sidecar = sidecar(line);
            SoakProcess first = sidecar;
            await().atMost(PATIENCE).until(() -> first.says(SidecarProcess.STARTED));
            try (OverridesWatch watch = new OverridesWatch(artifacts().resolve("runtime_overrides.json"))) {
                bot.writeUpTo(iterationsBefore(2));
                bot.start(ITERATION);

                // When
                for (int kill = 1; kill <= KILLS; kill++) {
                    int sent = iterationsBefore(kill);
                    await().atMost(PATIENCE)
                            .until(() -> SidecarNotes.of(artifacts()).sent() >= sent);
                    sidecar.killAfter(Duration.ofMillis(random.nextInt(LATEST_KILL_MS)));
                    bot.writeUpTo(kill == KILLS ? ITERATIONS : iterationsBefore(kill + 2));
                    sidecar = sidecar(line);
                }
                int code = sidecar.awaitEnd(PATIENCE);

                // Then
                assertThat(code).as(sidecar.output()).isZero();
                assertThat(watch.torn()).isEmpty();
            }
            RunTopics topics = RunTopics.of(line);
            List<IterationSummary> iterations = topics.iterations();
            System.out.println("sidecar kills: " + (iterations.size() - ITERATIONS) + " repeats on the topic");
            assertThat(iterations.stream().distinct().map(IterationSummary::getIteration))
                    .as("every iteration, and repeats only of the very same content (seed %d)", seed)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, ITERATIONS).boxed().toList());
            assertThat(line.verdicts(SidecarProcess.RUN, ITERATIONS + 1)).hasSize(ITERATIONS + 1);
            assertThat(line.deadLetters()).extracting(DeadLetter::code).isEmpty();
            assertThat(topics.lastEvent().getRunEnded().getEnd()).isEqualTo(RunEnd.COMPLETED);
        }
    }

    /**
     * The bot ends an iteration when what was decided by the one before is in its file: one of minutes has time for that,
     * one of these has not whenever the machine is busy.
     */
    private void paceByWhatItIsGiven(Line line, FileBot bot) {
        try (VerdictReader verdicts = new VerdictReader(line)) {
            for (int iteration = 1; iteration < ITERATIONS; iteration++) {
                bot.writeUpTo(iteration);
                long version = FIRST_VERSION + OutcomeCounts.applied(awaitVerdict(verdicts, iteration));
                await("overrides after iteration " + iteration)
                        .atMost(PATIENCE)
                        .until(() -> SidecarNotes.of(artifacts()).version() >= version);
            }
        }
        bot.writeUpTo(ITERATIONS);
    }

    private static Verdict awaitVerdict(VerdictReader verdicts, int iteration) {
        return await("verdict on iteration " + iteration)
                .atMost(PATIENCE)
                .pollInSameThread()
                .until(
                        () -> verdicts.poll(Duration.ofMillis(200)).stream()
                                .filter(verdict -> verdict.getIteration() == iteration)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Iterations sent before this kill (count); the bot may write those before the next kill too, so that none comes after the end. */
    private static int iterationsBefore(int kill) {
        return kill * ITERATIONS / (KILLS + 2);
    }

    private Line line(String prefix) {
        Line line = Line.on(new Topics(prefix));
        line.startTuner(new StateStorage(directory.resolve("tuner"), StoreKind.MEMORY));
        line.startGate(new StateStorage(directory.resolve("gate"), StoreKind.MEMORY));
        line.awaitRunning();
        return line;
    }

    private SoakProcess sidecar(Line line) {
        processes++;
        return SidecarProcess.start(
                line, artifacts(), directory.resolve("sidecar-" + processes + ".log"), "--iterations=" + ITERATIONS);
    }

    private Path artifacts() {
        try {
            return Files.createDirectories(directory.resolve("artifacts"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
