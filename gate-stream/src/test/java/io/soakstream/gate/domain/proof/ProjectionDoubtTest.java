package io.soakstream.gate.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.domain.proof.Application.Kind;
import io.soakstream.gate.mapping.ClaimMapper;
import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.support.Events;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can still be proven after a hole, and how a rebase ends the doubt. */
class ProjectionDoubtTest {
    private static final String OTHER_HASH = "0".repeat(64);
    private static final Moves MOVES =
            Moves.of("tail_age_ms", "30").and("min_interval_ms", "5").dropping("min_interval_ms", "freeze", "velocity");

    private final ProjectionProof rules = new ProjectionProof(ParameterCatalogue.standard());
    private final DecisionStory story = DecisionStory.implied();
    private Ledger ledger = Ledger.empty();

    @Test
    void shouldNotProveARunWhoseStartItHasNotSeen() {
        // Given
        story.iteration(1);

        // When
        Proof proof = prove(story.iteration(2));

        // Then
        assertThat(proof.standing().mismatch())
                .contains("decision 1 is missing; run_started: the start of the run is not known");
    }

    @Test
    void shouldGoOnOverAHoleIfTheHashesAgree() {
        // Given
        prove(story.iteration(1));
        story.tick(1, false);

        // When
        Proof proof = prove(story.iteration(2, MOVES));

        // Then
        assertThat(proof.standing().mismatch()).isEmpty();
        assertThat(proof.standing().missing()).hasValue(2);
        assertThat(proof.releases()).hasSize(1);
        assertThat(prove(story.iteration(3)).standing().missing()).isEmpty();
    }

    @Test
    void shouldNameAHoleInTheNextVerdictIfACommandFollowsIt() {
        // Given
        prove(story.iteration(1));
        story.tick(1, false);
        prove(story.command("c1", Command.Action.ACKNOWLEDGE, Map.of(), null));

        // Then
        assertThat(prove(story.iteration(2)).standing().missing()).hasValue(2);
    }

    @Test
    void shouldDoubtEverythingAfterAMissingChangeUntilARebase() {
        // Given
        prove(story.iteration(1));
        story.iteration(2, MOVES);
        Proof after = prove(story.iteration(3));
        Proof later = prove(story.iteration(4));

        // When
        Proof rebase = prove(story.rebase("c1", "tail_age_ms", "700"));

        // Then
        assertThat(after.standing().mismatch())
                .hasValueSatisfying(detail -> assertThat(detail).startsWith("decision 2 is missing; base_hash"));
        assertThat(later.standing().mismatch()).isPresent();
        assertThat(rebase.standing().mismatch()).isEmpty();
        assertThat(rebase.applications()).extracting(Application::kind).containsExactly(Kind.ACKNOWLEDGED);
        assertThat(rebase.releases()).extracting(Release::version).containsExactly(2L);
        assertThat(prove(story.iteration(5, MOVES)).standing().mismatch()).isEmpty();
    }

    @Test
    void shouldFollowTheSwitchAndTheEchoWhileItDoubts() {
        // Given
        prove(story.iteration(1));
        story.iteration(2, MOVES);
        prove(story.echoing(3, story.hash(), Moves.none()));
        prove(story.command("off", Command.Action.AUTO_TUNE_OFF, Map.of(), null));

        // When
        Proof rebase = prove(story.rebase("c1", "tail_age_ms", "700"));

        // Then
        assertThat(rebase.standing().mismatch()).isEmpty();
        assertThat(ledger.projection()).hasValueSatisfying(projection -> assertThat(projection.autoTune())
                .isFalse());
        assertThat(prove(story.echoing(4, story.hash(), MOVES)).standing().mismatch())
                .isEmpty();
    }

    @Test
    void shouldTakeARebaseWithoutKnowingTheStart() {
        // Given
        story.iteration(1, MOVES);
        prove(story.iteration(2));

        // When
        Proof rebase = prove(story.rebase("c1", "tail_age_ms", "700"));

        // Then
        assertThat(rebase.standing().mismatch()).isEmpty();
        assertThat(rebase.releases().get(0).version())
                .isGreaterThan(story.projection().version());
        assertThat(prove(story.iteration(3, MOVES)).standing().mismatch()).isEmpty();
    }

    @Test
    void shouldNotTakeARebaseWhoseValuesAreNotWhatItsHashSays() {
        // Given
        prove(story.iteration(1));
        story.iteration(2, MOVES);
        TuningDecision rebase = story.rebase("c1", "tail_age_ms", "700");
        rebase.setResultHash(OTHER_HASH);

        // Then
        assertThat(prove(rebase).standing().mismatch()).isPresent();
    }

    @Test
    void shouldNotTakeARebaseThatIsOutOfDate() {
        // Given
        prove(story.iteration(1));
        story.iteration(2, MOVES);
        prove(story.iteration(3));
        TuningDecision rebase = story.rebase("c1", "tail_age_ms", "700");
        rebase.getControlCommand().setNotAfterIteration(2);

        // Then
        assertThat(prove(rebase).standing().mismatch()).isPresent();
    }

    @Test
    void shouldFollowAPlan() {
        // Given
        DecisionStory planned = DecisionStory.declared(RunStarted.newBuilder()
                .setSchedule(List.of(new io.soakstream.schemas.contract.ScheduledValues(
                        1, List.of(new ParameterValue("tail_age_ms", "700")))))
                .build());
        prove(planned.started());

        // When
        Proof proof = prove(planned.iteration(1));

        // Then
        assertThat(proof.standing().mismatch()).isEmpty();
        assertThat(proof.applications()).extracting(Application::kind).containsExactly(Kind.NO_OP);
        assertThat(proof.applications().get(0).changes()).hasSize(1);
        assertThat(proof.releases().get(0).iteration()).hasValue(1);
        assertThat(prove(planned.iteration(2, MOVES)).standing().mismatch()).isEmpty();
    }

    @Test
    void shouldNotLetAnythingBeProposedWithoutData() {
        // Given
        prove(story.iteration(1));
        TuningDecision decision = story.iteration(2, MOVES);
        decision.setIterationSummary(Events.healthy(2).setNetBps(null).build());

        // Then
        assertThat(prove(decision).standing().mismatch()).contains("proposed: no rule is evaluated here");
    }

    @Test
    void shouldKnowADecisionThatIsLate() {
        // Given
        TuningDecision first = story.iteration(1);
        prove(first);

        // Then
        assertThat(ledger.isLate(ClaimMapper.toDomain(first))).isTrue();
        assertThat(ledger.isLate(ClaimMapper.toDomain(story.iteration(2)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, 2, 4, 1_000_000, Long.MAX_VALUE})
    void shouldNotLetAFalseNumberSilenceWhatFollows(long number) {
        // Given
        prove(story.iteration(1));
        prove(story.iteration(2));
        TuningDecision spoilt = story.iteration(3);
        spoilt.setSequence(number);

        // When
        boolean late = ledger.isLate(ClaimMapper.toDomain(spoilt));
        Proof proof = prove(spoilt);
        TuningDecision following = story.iteration(4, MOVES);
        boolean followingLate = ledger.isLate(ClaimMapper.toDomain(following));
        Proof next = prove(following);

        // Then
        assertThat(late).isFalse();
        assertThat(proof.standing().mismatch())
                .hasValueSatisfying(detail -> assertThat(detail).startsWith("id: "));
        assertThat(proof.next().lastSequence()).isEqualTo(2);
        assertThat(followingLate).isFalse();
        assertThat(next.standing().mismatch()).isEmpty();
        assertThat(next.standing().missing()).hasValue(3);
        assertThat(next.releases()).hasSize(1);
        assertThat(prove(story.iteration(5)).standing().missing()).isEmpty();
    }

    @Test
    void shouldNotTakeAnOldRebaseUnderAnotherNumber() {
        // Given
        prove(story.iteration(1));
        TuningDecision rebase = story.rebase("c1", "tail_age_ms", "700");
        prove(rebase);
        prove(story.iteration(2, MOVES));
        String inForce = ledger.projection().orElseThrow().stateHash();
        rebase.setSequence(story.sequence() + 1);

        // When
        Proof proof = prove(rebase);

        // Then
        assertThat(proof.standing().mismatch()).isPresent();
        assertThat(proof.releases()).isEmpty();
        assertThat(ledger.projection()).hasValueSatisfying(projection -> assertThat(projection.stateHash())
                .isEqualTo(inForce));
    }

    private Proof prove(TuningDecision decision) {
        Proof proof = rules.prove(ledger, ClaimMapper.toDomain(decision));
        ledger = proof.next();
        return proof;
    }
}
