package io.soakstream.gate.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.GateBench;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.contract.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a verdict if the way to it is not sound. */
class DoubtedVerdictsTest {
    private static final Moves UP = Moves.of("tail_age_ms", "30");

    @TempDir
    Path stateDirectory;

    private final DecisionStory story = DecisionStory.implied();
    private GateBench gate;

    @BeforeEach
    void start() {
        gate = new GateBench(stateDirectory);
        for (int i = 1; i <= DecisionStory.CAPACITY; i++) {
            gate.decide(story.iteration(i));
        }
        gate.verdicts();
        gate.applications();
        gate.overrides();
    }

    @AfterEach
    void stop() {
        gate.close();
    }

    @Test
    void shouldNotConcludeFromADecisionThatDoesNotFollow() {
        // Given
        TuningDecision spoilt = story.iteration(9, UP);
        String claimed = spoilt.getResultHash();
        spoilt.setResultHash("0".repeat(64));

        // When
        gate.decide(spoilt);

        // Then
        Verdict verdict = gate.verdicts().get(0);
        assertThat(verdict.getVerdict()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(verdict.getReasons()).containsExactly("projection_mismatch");
        assertThat(verdict.getMissing()).containsExactly("projection_mismatch");
        assertThat(verdict.getFreezeReady()).isFalse();
        assertThat(verdict.getVerification()).isEqualTo(Verification.UNVERIFIED);
        assertThat(verdict.getDeltaQuality().getFailed()).isEqualTo(1);
        assertThat(verdict.getOutcomeCounts())
                .anyMatch(count -> count.getName().equals("skipped:projection_mismatch") && count.getCount() == 1);
        assertThat(gate.overrides()).isEmpty();
        DeltaApplication application = gate.applications().get(0);
        assertThat(application.getOutcome()).isEqualTo(ApplicationOutcome.MISMATCH);
        assertThat(application.getReason()).isEqualTo("projection_mismatch");
        assertThat(application.getStateHash())
                .isEqualTo(application.getOldHash())
                .isNotEqualTo(claimed);
        assertThat(application.getBytesWritten()).isZero();
        assertThat(gate.total("projection-mismatches")).isEqualTo(1);
    }

    @Test
    void shouldCoverTheDoubtWithTheDigest() {
        // Given
        DecisionStory sound = DecisionStory.implied("sound");
        DecisionStory spoilt = DecisionStory.implied("spoilt");

        // When
        gate.decide(sound.iteration(1));
        TuningDecision first = spoilt.iteration(1);
        first.setReason("freeze");
        gate.decide(first);

        // Then
        List<Verdict> made = gate.verdicts();
        assertThat(made.get(0).getDigest()).isNotEqualTo(made.get(1).getDigest());
    }

    @Test
    void shouldDoubtWhatBuildsOnItUntilARebaseEndsIt() {
        // Given
        TuningDecision spoilt = story.iteration(9, UP);
        spoilt.getProposed().get(0).setTo("640");
        gate.decide(spoilt);
        gate.decide(story.iteration(10));

        // When
        gate.decide(story.rebase("c1", "tail_age_ms", "700"));
        gate.decide(story.iteration(11, UP));

        // Then
        assertThat(gate.verdicts())
                .extracting(Verdict::getVerdict)
                .containsExactly(VerdictLevel.INCONCLUSIVE, VerdictLevel.INCONCLUSIVE, VerdictLevel.PASS);
        assertThat(gate.applications())
                .extracting(DeltaApplication::getOutcome)
                .containsExactly(
                        ApplicationOutcome.MISMATCH,
                        ApplicationOutcome.MISMATCH,
                        ApplicationOutcome.ACKNOWLEDGED,
                        ApplicationOutcome.APPLIED);
        List<RuntimeOverrides> told = gate.overrides();
        assertThat(told).extracting(RuntimeOverrides::getVersion).containsExactly(2L, 3L);
        assertThat(told.get(1).getStateHash()).isEqualTo(story.hash());
        assertThat(gate.total("projection-mismatches")).isEqualTo(2);
    }

    @Test
    void shouldNameADecisionThatNeverCame() {
        // Given
        story.tick(1, false);

        // When
        gate.decide(story.iteration(9, UP));
        gate.decide(story.iteration(10));

        // Then
        assertThat(gate.verdicts())
                .extracting(Verdict::getVerdict, Verdict::getReasons)
                .containsExactly(
                        tuple(VerdictLevel.INCONCLUSIVE, List.of("missing_decision:9")),
                        tuple(VerdictLevel.PASS, List.of("all_goals_met")));
        assertThat(gate.overrides()).hasSize(1);
        assertThat(gate.total("missing-decisions")).isEqualTo(1);
    }

    @Test
    void shouldDropADecisionThatIsLate() {
        // Given
        TuningDecision decision = story.iteration(9, UP);
        gate.decide(decision);
        gate.verdicts();
        gate.applications();
        gate.overrides();

        // When
        gate.decide(decision);

        // Then
        assertThat(gate.verdicts()).isEmpty();
        assertThat(gate.applications()).isEmpty();
        assertThat(gate.overrides()).isEmpty();
        assertThat(gate.total("late-decisions")).isEqualTo(1);
        assertThat(gate.total("projection-mismatches")).isZero();
    }

    @ParameterizedTest
    @MethodSource("spoiltWindows")
    void shouldNotJudgeByAWindowThatIsNotTheIterations(Consumer<TuningDecision> corruption) {
        // Given
        TuningDecision spoilt = story.iteration(9, UP);
        corruption.accept(spoilt);

        // When
        gate.decide(spoilt);
        gate.decide(story.iteration(10));

        // Then
        List<Verdict> made = gate.verdicts();
        assertThat(made)
                .extracting(Verdict::getIteration, Verdict::getVerdict)
                .containsExactly(tuple(9, VerdictLevel.INCONCLUSIVE), tuple(10, VerdictLevel.INCONCLUSIVE));
        assertThat(made.get(0).getReasons()).contains("projection_mismatch");
        assertThat(made.get(0).getWindow().getCapacity()).isEqualTo(DecisionStory.CAPACITY);
        assertThat(gate.overrides()).isEmpty();
        assertThat(gate.applications())
                .extracting(DeltaApplication::getOutcome)
                .containsOnly(ApplicationOutcome.MISMATCH);
    }

    static Stream<Consumer<TuningDecision>> spoiltWindows() {
        return Stream.of(
                decision -> decision.setWindow(null),
                decision -> decision.getWindow().setCapacity(-1),
                decision -> decision.getWindow().setIterations(List.of(1)),
                decision -> decision.getWindow().getStatistics().get(0).setLast(null),
                decision -> decision.getWindow().getStatistics().get(0).setLast(0.1));
    }

    @Test
    void shouldGoOnAfterANumberThatIsNotTheDecisionsOwn() {
        // Given
        TuningDecision spoilt = story.iteration(9);
        spoilt.setSequence(1_000_000);

        // When
        gate.decide(spoilt);
        gate.decide(story.iteration(10, UP));
        gate.decide(story.iteration(11));

        // Then
        assertThat(gate.verdicts())
                .extracting(Verdict::getVerdict, Verdict::getReasons)
                .containsExactly(
                        tuple(VerdictLevel.INCONCLUSIVE, List.of("projection_mismatch")),
                        tuple(VerdictLevel.INCONCLUSIVE, List.of("missing_decision:9")),
                        tuple(VerdictLevel.PASS, List.of("all_goals_met")));
        assertThat(gate.overrides()).hasSize(1);
        assertThat(gate.total("projection-mismatches")).isEqualTo(1);
        assertThat(gate.total("missing-decisions")).isEqualTo(1);
        assertThat(gate.total("late-decisions")).isZero();
    }

    @Test
    void shouldSayOnceThatIterationsStayAway() {
        // When
        gate.decide(story.tick(1, false));
        gate.decide(story.tick(2, true));
        gate.decide(story.tick(3, true));
        gate.decide(story.iteration(9));
        gate.decide(story.tick(1, true));

        // Then
        List<Verdict> made = gate.verdicts();
        assertThat(made)
                .extracting(Verdict::getSequence, Verdict::getIteration, Verdict::getVerdict, Verdict::getReasons)
                .containsExactly(
                        tuple(9L, 8, VerdictLevel.INCONCLUSIVE, List.of("stalled:2")),
                        tuple(10L, 9, VerdictLevel.PASS, List.of("all_goals_met")),
                        tuple(11L, 9, VerdictLevel.INCONCLUSIVE, List.of("stalled:1")));
        assertThat(made.get(0).getFreezeReady()).isFalse();
        assertThat(made.get(0).getMissing()).containsExactly("stalled:2");
        assertThat(made.get(0).getWindow().getIterations()).hasSize(DecisionStory.CAPACITY);
        assertThat(made.get(1).getPreviousDigest()).isEqualTo(made.get(0).getDigest());
        assertThat(made).extracting(Verdict::getId).doesNotHaveDuplicates();
    }
}
