package io.soakstream.gate.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.mapping.ClaimMapper;
import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.contract.DroppedDelta;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.ProposedDelta;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.ScheduledValues;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Resolution;
import io.soakstream.schemas.support.Events;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a difference is told: by the decision's field, with both sides. */
class ComparisonTest {
    private static final String OTHER_HASH = "f".repeat(64);
    private static final String NO_RULE = "proposed: no rule is evaluated here";
    private static final Moves UP = Moves.of("tail_age_ms", "30");

    private final FollowingGate gate = new FollowingGate();
    private final DecisionStory story = DecisionStory.implied();

    @Test
    void shouldSayWhatTheDecisionSaysAndWhatTheFactsGive() {
        // Given
        TuningDecision decision = story.iteration(1);
        decision.setResultHash(OTHER_HASH);

        // Then
        assertThat(gate.prove(decision).standing().mismatch())
                .contains("result_hash: the decision says " + OTHER_HASH + ", the facts give " + story.hash());
    }

    @Test
    void shouldSayWhoseIdItIsNot() {
        // Given
        TuningDecision decision = story.iteration(1);
        decision.setId(OTHER_HASH);

        // Then
        assertThat(gate.prove(decision).standing().mismatch())
                .contains("id: " + OTHER_HASH + " is not that of sequence 1 of bot:run");
    }

    @Test
    void shouldNotChangeBetweenTuningAndJudging() {
        // Given
        TuningDecision tuned = story.iteration(1);
        tuned.setTuning(TuningMode.RECORDED);
        TuningDecision judged = judged().recorded(Events.healthy(1).build(), Resolution.noOp("no_change"));
        judged.setTuning(TuningMode.OWN);

        // Then
        assertThat(new FollowingGate().prove(tuned).standing().mismatch()).contains("tuning: the run began tuned");
        assertThat(new FollowingGate().prove(judged).standing().mismatch()).contains("tuning: the run began judged");
    }

    @Test
    void shouldExpectNoMovesOfARecording() {
        // Given
        IterationSummary summary = Events.healthy(1).build();
        TuningDecision decision = judged().recorded(summary, Resolution.noOp("no_change"));
        decision.setProposed(upProposed());

        // Then
        assertThat(gate.prove(decision).standing().mismatch()).contains(NO_RULE);
    }

    @Test
    void shouldExpectNoMovesWhileAPlanIsFollowed() {
        // Given
        DecisionStory planned = DecisionStory.declared(RunStarted.newBuilder()
                .setSchedule(List.of(new ScheduledValues(2, List.of(new ParameterValue("tail_age_ms", "700")))))
                .build());

        // Then
        assertThat(gate.prove(planned.iteration(1, UP)).standing().mismatch()).contains(NO_RULE);
    }

    @Test
    void shouldExpectNoMovesWhereNothingIsJudged() {
        // Given
        TuningDecision tick = story.tick(0, false);
        tick.setProposed(upProposed());

        // Then
        assertThat(gate.prove(tick).standing().mismatch()).contains(NO_RULE);
    }

    @Test
    void shouldExpectNothingDroppedWhereNothingIsJudged() {
        // Given
        TuningDecision tick = story.tick(0, false);
        tick.setDropped(List.of(new DroppedDelta("tail_age_ms", List.of("freeze"))));

        // Then
        assertThat(gate.prove(tick).standing().mismatch()).contains(NO_RULE);
    }

    @Test
    void shouldNotStartTwice() {
        // Given
        gate.prove(story.iteration(1));
        TuningDecision again = story.iteration(2);
        again.setRunStarted(
                RunStarted.newBuilder().setConfirmWithinIterations(3).build());

        // Then
        assertThat(gate.prove(again).standing().mismatch()).contains("run_started: the run has started already");
    }

    @Test
    void shouldSayThatTheStoreDoesNotGiveBackWhatWasProven() {
        // Given
        gate.prove(story.iteration(1));
        Ledger before = gate.ledger();
        Claim claim = ClaimMapper.toDomain(story.iteration(2, UP));

        // When
        Proof proof = new ProjectionProof(ParameterCatalogue.standard())
                .unproven(before, claim, "runtime_overrides: another hash");

        // Then
        assertThat(proof.standing().mismatch()).contains("runtime_overrides: another hash");
        assertThat(proof.releases()).isEmpty();
        assertThat(proof.applications()).extracting(Application::kind).containsExactly(Application.Kind.MISMATCH);
        assertThat(proof.next().projection()).isEqualTo(before.projection());
        assertThat(proof.next().lastSequence()).isEqualTo(2);
        assertThat(proof.next().lastIteration()).isEqualTo(2);
    }

    private static DecisionStory judged() {
        return DecisionStory.declared(
                RunStarted.newBuilder().setTuning(TuningMode.RECORDED).build());
    }

    private static List<ProposedDelta> upProposed() {
        return List.of(new ProposedDelta("tail_age_ms", "AGGRESSIVE", "600", "30", "630", null));
    }
}
