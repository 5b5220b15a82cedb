package io.soakstream.gate.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.domain.IterationFacts;
import io.soakstream.gate.domain.TuningFacts;
import io.soakstream.gate.domain.proof.Standing;
import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.contract.GuardState;
import io.soakstream.schemas.contract.TuningDecision;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DecisionMapperTest {
    private static final Moves UP = Moves.of("tail_age_ms", "30");
    private final DecisionStory story = DecisionStory.implied();

    @Test
    void shouldCountTheGuardsOfOurOwnTuningAsThoseOfRecordings() {
        // Given
        TuningDecision decision = story.iteration(1, UP.dropping("tail_age_ms", "velocity"));
        decision.setGuards(List.of(
                new GuardState("oscillation", false, false, null, List.of()),
                new GuardState("steady_freeze", true, true, null, List.of("impact_cap_ratio"))));
        decision.setRules(List.of("LATENCY_BUFFER", "LATENCY_HARD"));

        // When
        IterationFacts facts = DecisionMapper.iteration(proven(decision), Optional.empty());

        // Then
        assertThat(facts.guards()).containsExactly("freeze", "velocity", "latency_soft", "latency_hard");
    }

    @Test
    void shouldNotCountASteadyFreezeThatIsNotInForce() {
        // Given
        TuningDecision decision = story.iteration(1);
        decision.setGuards(List.of(new GuardState("steady_freeze", false, false, null, List.of())));

        // Then
        assertThat(DecisionMapper.iteration(proven(decision), Optional.empty()).guards())
                .isEmpty();
    }

    @Test
    void shouldNotBelieveThatAnythingWasAppliedThatIsNotProven() {
        // Given
        ProvenDecision spoilt = new ProvenDecision(
                story.iteration(1, UP),
                new Standing(Optional.of("spoilt"), OptionalLong.empty(), Optional.empty(), false, false));

        // When
        TuningFacts facts = DecisionMapper.tuning(spoilt, Optional.of("before"));

        // Then
        assertThat(facts.outcome()).isEqualTo("SKIPPED");
        assertThat(facts.reason()).contains("projection_mismatch");
        assertThat(facts.proposed()).isTrue();
        assertThat(facts.changedKeys()).isEmpty();
        assertThat(DecisionMapper.iteration(spoilt, Optional.of("before")).stateHash())
                .contains("before");
    }

    private static ProvenDecision proven(TuningDecision decision) {
        return new ProvenDecision(
                decision, new Standing(Optional.empty(), OptionalLong.empty(), Optional.empty(), false, false));
    }
}
