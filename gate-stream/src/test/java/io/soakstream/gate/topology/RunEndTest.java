package io.soakstream.gate.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.GateBench;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.contract.Verification;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last verdict of a run. */
class RunEndTest {
    private static final Moves UP = Moves.of("tail_age_ms", "30");

    @TempDir
    Path stateDirectory;

    private final DecisionStory story = DecisionStory.implied();
    private GateBench gate;

    @BeforeEach
    void start() {
        gate = new GateBench(stateDirectory);
    }

    @AfterEach
    void stop() {
        gate.close();
    }

    @Test
    void shouldJudgeTheLastWindowOnceMore() {
        // Given
        List<Verdict> before = judged(8);

        // When
        Verdict last = ended(null, RunEnd.COMPLETED);

        // Then
        Verdict previous = before.get(7);
        assertThat(last.getLast()).isTrue();
        assertThat(before).noneMatch(Verdict::getLast);
        assertThat(last.getVerdict()).isEqualTo(VerdictLevel.PASS);
        assertThat(last.getIteration()).isEqualTo(8);
        assertThat(last.getSequence()).isEqualTo(9);
        assertThat(last.getPreviousDigest()).isEqualTo(previous.getDigest());
        assertThat(last.getDigest()).isNotEqualTo(previous.getDigest());
        assertThat(last.getResults()).isEqualTo(previous.getResults());
        assertThat(last.getWindow().getIterations())
                .isEqualTo(previous.getWindow().getIterations());
        assertThat(last.getWindow().getCapacity()).isEqualTo(DecisionStory.CAPACITY);
        assertThat(last.getWindow().getStatistics())
                .extracting(KpiStatistics::getKpi, KpiStatistics::getSamples)
                .hasSize(7);
        assertThat(last.getIterationsTotal()).isEqualTo(8);
    }

    @Test
    void shouldFailARunThatEndsStuck() {
        // Given
        String old = story.hash();
        echoing(1, old, UP);
        for (int i = 2; i <= 8; i++) {
            echoing(i, old, Moves.none());
        }

        // When
        Verdict last = ended(null, RunEnd.COMPLETED);

        // Then
        assertThat(last.getVerdict()).isEqualTo(VerdictLevel.FAIL);
        assertThat(last.getPreviousVerdict()).isEqualTo(VerdictLevel.PASS);
        assertThat(last.getReasons()).containsExactly("unconfirmed:stuck");
        assertThat(last.getVerification()).isEqualTo(Verification.STUCK);
        assertThat(last.getFreezeReady()).isFalse();
        assertThat(last.getWorstVerdict()).isEqualTo(VerdictLevel.FAIL);
        assertThat(last.getWorstIteration()).isEqualTo(8);
    }

    @Test
    void shouldWarnOfARunThatEndsPendingUnlessItsLastWordConfirms() {
        // Given
        String old = story.hash();
        for (int i = 1; i <= 7; i++) {
            echoing(i, old, Moves.none());
        }
        echoing(8, old, UP);

        // When
        Verdict last = ended(null, RunEnd.COMPLETED);

        // Then
        assertThat(last.getVerdict()).isEqualTo(VerdictLevel.WARN);
        assertThat(last.getReasons()).containsExactly("unconfirmed:pending");
        assertThat(last.getVerification()).isEqualTo(Verification.PENDING);
    }

    @Test
    void shouldPassARunWhoseLastWordConfirms() {
        // Given
        String old = story.hash();
        for (int i = 1; i <= 7; i++) {
            echoing(i, old, Moves.none());
        }
        echoing(8, old, UP);

        // When
        Verdict last = ended(story.hash(), RunEnd.COMPLETED);

        // Then
        assertThat(last.getVerdict()).isEqualTo(VerdictLevel.PASS);
        assertThat(last.getVerification()).isEqualTo(Verification.CONFIRMED);
    }

    @ParameterizedTest
    @CsvSource({"ABORTED, aborted", "EXPIRED, expired", "UNKNOWN, aborted"})
    void shouldNotPassARunThatWasCutShort(RunEnd end, String word) {
        // Given
        judged(8);

        // When
        Verdict last = ended(null, end);

        // Then
        assertThat(last.getVerdict()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(last.getReasons()).containsExactly("run_ended:" + word);
    }

    @Test
    void shouldSayThatARunHasEndedInWhichNothingHappened() {
        // When
        Verdict last = ended(null, RunEnd.COMPLETED);

        // Then
        assertThat(last.getVerdict()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(last.getIteration()).isZero();
        assertThat(last.getMissing()).contains("nodata:risk_ratio");
    }

    @Test
    void shouldNotConcludeFromAWindowOfWhichADecisionNeverCame() {
        // Given
        judged(8);
        story.iteration(9);
        gate.decide(story.iteration(10));
        gate.decide(story.iteration(11));
        gate.verdicts();

        // When
        Verdict last = ended(null, RunEnd.COMPLETED);

        // Then
        assertThat(last.getVerdict()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(last.getReasons()).contains("insufficient_iterations:7:8");
        assertThat(last.getWindow().getGaps()).containsExactly(9);
    }

    @Test
    void shouldKeepTheWorstOfTheRun() {
        // Given
        for (int i = 1; i <= 3; i++) {
            TuningDecision bad = story.iteration(i);
            bad.getWindow().getStatistics().get(0).setMedian(0.7);
            gate.decide(bad);
        }
        for (int i = 4; i <= 9; i++) {
            gate.decide(story.iteration(i));
        }

        // When
        List<Verdict> made = gate.verdicts();

        // Then
        assertThat(made.get(1).getWorstVerdict()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(made.get(8).getVerdict()).isEqualTo(VerdictLevel.PASS);
        assertThat(made.get(8).getWorstVerdict()).isEqualTo(VerdictLevel.FAIL);
        assertThat(made.get(8).getWorstIteration()).isEqualTo(3);
    }

    private List<Verdict> judged(int iterations) {
        for (int i = 1; i <= iterations; i++) {
            gate.decide(story.iteration(i));
        }
        return gate.verdicts();
    }

    private void echoing(int number, String hash, Moves moves) {
        gate.decide(story.echoing(number, hash, moves));
        gate.verdicts();
    }

    private Verdict ended(String lastEcho, RunEnd end) {
        TuningDecision decision = story.ended(lastEcho);
        decision.getRunEnded().setEnd(end);
        gate.decide(decision);
        List<Verdict> made = gate.verdicts();
        assertThat(made).hasSize(1);
        return made.get(0);
    }
}
