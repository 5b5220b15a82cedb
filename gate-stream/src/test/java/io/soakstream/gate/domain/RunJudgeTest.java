package io.soakstream.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.config.PolicyReader;
import io.soakstream.gate.domain.RunJudge.Step;
import io.soakstream.gate.domain.proof.Standing;
import io.soakstream.schemas.projection.Confirmation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How the verdicts of a run follow each other. */
class RunJudgeTest {
    private static final int CAPACITY = 2;
    private static final TuningFacts NO_OP =
            new TuningFacts("NO_OP", Optional.of("no_change"), false, false, false, List.of(), 0, false, false);

    private final Policy release = PolicyReader.read("release");
    private final Policy other = new Policy(
            "other", "2", new Minimum(OptionalInt.of(1), 1, Optional.empty()), List.of(), release.criteria());
    private final RunJudge judge = new RunJudge(List.of(release, other));

    @Test
    void shouldBeginAChainForEveryPolicy() {
        // When
        Step step = judged(RunRecord.empty(), 1, List.of());

        // Then
        assertThat(step.verdicts()).extracting(RunVerdict::policy).containsExactly(release, other);
        assertThat(step.verdicts()).allSatisfy(verdict -> {
            assertThat(verdict.sequence()).isEqualTo(1);
            assertThat(verdict.iteration()).isEqualTo(1);
            assertThat(verdict.previousLevel()).isEmpty();
            assertThat(verdict.previousDigest()).isEmpty();
        });
        assertThat(step.verdicts()).extracting(RunVerdict::digest).doesNotHaveDuplicates();
    }

    @Test
    void shouldLinkAVerdictToTheOneBeforeIt() {
        // Given
        Step first = judged(RunRecord.empty(), 1, List.of());

        // When
        Step second = judged(first.next(), 2, List.of());

        // Then
        RunVerdict before = first.verdicts().get(0);
        RunVerdict after = second.verdicts().get(0);
        assertThat(after.sequence()).isEqualTo(2);
        assertThat(after.iteration()).isEqualTo(2);
        assertThat(after.previousLevel()).contains(before.judgement().level());
        assertThat(after.previousDigest()).isEqualTo(before.digest());
        assertThat(second.next().chains().get("release"))
                .isEqualTo(new RunRecord.ChainHead(2, after.judgement().level(), after.digest(), after.worst()));
    }

    @Test
    void shouldConcludeNothingFromWhatIsInDoubt() {
        // Given
        List<Reason> doubts = Doubts.of(
                new Standing(Optional.of("outcome: ..."), OptionalLong.of(7), Optional.empty(), false, false));

        // When
        Step step = judged(RunRecord.empty(), 1, doubts);

        // Then
        Judgement judgement = step.verdicts().get(1).judgement();
        assertThat(judgement.level()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(judgement.reasons())
                .extracting(Reason::encoded)
                .startsWith("projection_mismatch", "missing_decision:7");
        assertThat(judgement.missing()).isEqualTo(judgement.reasons());
        assertThat(judgement.results()).hasSize(release.criteria().size());
    }

    @Test
    void shouldDoubtNothingThatIsProvenAndComplete() {
        assertThat(Doubts.of(new Standing(Optional.empty(), OptionalLong.empty(), Optional.empty(), false, false)))
                .isEmpty();
    }

    @Test
    void shouldSayOnceThatARunHasStalled() {
        // Given
        Step judged = judged(RunRecord.empty(), 1, List.of());

        // When
        Step stalled = judge.stalled(judged.next(), 1, 3, List.of());
        Step again = judge.stalled(stalled.next(), 1, 4, List.of());

        // Then
        assertThat(stalled.verdicts()).hasSize(2).allSatisfy(verdict -> {
            assertThat(verdict.sequence()).isEqualTo(2);
            assertThat(verdict.iteration()).isEqualTo(1);
            assertThat(verdict.judgement().level()).isEqualTo(VerdictLevel.INCONCLUSIVE);
            assertThat(verdict.judgement().results()).isEmpty();
            assertThat(verdict.judgement().reasons())
                    .extracting(Reason::encoded)
                    .containsExactly("stalled:3");
            assertThat(verdict.window()).isEqualTo(JudgedWindow.unknown(List.of(1)));
        });
        assertThat(again.verdicts()).isEmpty();
        assertThat(again.next()).isEqualTo(stalled.next());
    }

    @Test
    void shouldSayThatARunHasStalledBeforeItsFirstIteration() {
        // When
        Step stalled = judge.stalled(RunRecord.empty(), 0, 1, List.of(Reason.of(Reason.MISSING_DECISION, 1)));

        // Then
        RunVerdict verdict = stalled.verdicts().get(0);
        assertThat(verdict.iteration()).isZero();
        assertThat(verdict.judgement().reasons())
                .extracting(Reason::encoded)
                .containsExactly("missing_decision:1", "stalled:1");
    }

    @Test
    void shouldJudgeAgainOnceIterationsComeAgain() {
        // Given
        Step stalled = judge.stalled(judged(RunRecord.empty(), 1, List.of()).next(), 1, 3, List.of());

        // When
        Step resumed = judged(stalled.next(), 2, List.of());

        // Then
        assertThat(resumed.next().stalled()).isFalse();
        assertThat(resumed.verdicts().get(0).sequence()).isEqualTo(3);
    }

    @Test
    void shouldJudgeForGoodWhenTheRunEnds() {
        // Given
        RunRecord record = judged(RunRecord.empty(), 1, List.of()).next();
        Ending stuck = new Ending(Ending.End.COMPLETED, Optional.of(Confirmation.State.STUCK));

        // When
        Step ended = judge.ended(record, 1, stuck, List.of());
        Step doubted = judge.ended(record, 1, stuck, List.of(Reason.of(Reason.PROJECTION_MISMATCH)));

        // Then
        assertThat(ended.verdicts()).hasSize(2).allSatisfy(verdict -> {
            assertThat(verdict.last()).isTrue();
            assertThat(verdict.sequence()).isEqualTo(2);
            assertThat(verdict.judgement().level()).isEqualTo(VerdictLevel.FAIL);
            assertThat(verdict.worst()).isEqualTo(new Worst(VerdictLevel.FAIL, 1));
            assertThat(verdict.window()).isEqualTo(record.window().judged());
        });
        assertThat(doubted.verdicts())
                .extracting(verdict -> verdict.judgement().level())
                .containsOnly(VerdictLevel.INCONCLUSIVE);
    }

    @Test
    void shouldKeepTheWorstFromTheFirstVerdictOn() {
        // When
        Step first = judged(RunRecord.empty(), 1, List.of());
        Step second = judged(first.next(), 2, List.of());

        // Then
        Worst worst = new Worst(VerdictLevel.INCONCLUSIVE, 1);
        assertThat(first.verdicts()).extracting(RunVerdict::worst).containsOnly(worst);
        assertThat(first.verdicts()).noneMatch(RunVerdict::last);
        assertThat(second.verdicts()).extracting(RunVerdict::worst).containsOnly(worst);
    }

    @Test
    void shouldRememberAWindowOfIterations() {
        // When
        RunRecord record = RunRecord.empty();
        for (int i = 1; i <= CAPACITY + 1; i++) {
            record = with(record, i);
        }

        // Then
        assertThat(record.iterations()).containsExactly(2, 3);
        assertThat(record.lastIteration()).isEqualTo(3);
        assertThat(record.lastStateHash()).contains("hash3");
        assertThat(record.tally().outcomes()).containsEntry("no_op", 3L);
    }

    @Test
    void shouldKnowNothingOfARunThatHasNotBegun() {
        assertThat(RunRecord.empty().lastIteration()).isZero();
        assertThat(RunRecord.empty().lastStateHash()).isEmpty();
    }

    private Step judged(RunRecord record, int iteration, List<Reason> doubts) {
        JudgedWindow window = new JudgedWindow(CAPACITY, List.of(iteration), List.of(), List.of());
        return judge.judge(with(record, iteration), iteration, window, doubts);
    }

    private static RunRecord with(RunRecord record, int iteration) {
        IterationFacts facts =
                new IterationFacts(iteration, Map.of(), Optional.of("hash" + iteration), List.of(), false);
        return record.with(facts, Map.of(), NO_OP, CAPACITY);
    }
}
