package io.soakstream.gate.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.domain.proof.Application.Kind;
import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.ScheduledValues;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Confirmation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a sound decision makes the gate tell the bot, and wait for. */
class AgreementTest {
    private static final Moves UP = Moves.of("tail_age_ms", "30");

    private final FollowingGate gate = new FollowingGate();
    private final DecisionStory story = DecisionStory.implied();

    @Test
    void shouldTellOfTheStartAndThenOfWhatWasApplied() {
        // Given
        Overrides start = story.projection().overrides();

        // When
        Proof proof = gate.prove(story.iteration(1, UP));

        // Then
        assertThat(proof.releases())
                .containsExactly(
                        new Release(
                                1, start, start.stateHash(), Optional.empty(), OptionalInt.empty(), Optional.empty()),
                        new Release(
                                2,
                                story.projection().overrides(),
                                story.hash(),
                                Optional.of(start.stateHash()),
                                OptionalInt.of(1),
                                Optional.empty()));
    }

    @Test
    void shouldTellNothingWhereNothingChanges() {
        // Given
        gate.prove(story.iteration(1));

        // When
        Proof proof = gate.prove(story.iteration(2));

        // Then
        assertThat(proof.releases()).isEmpty();
        assertThat(proof.next().awaited()).isEmpty();
        assertThat(proof.standing().awaitsEcho()).isFalse();
        assertThat(proof.standing().echoing()).isFalse();
    }

    @Test
    void shouldTellTheBotOfValuesThatACommandGivesItAnew() {
        // Given
        gate.prove(story.iteration(1));

        // When
        Proof proof = gate.prove(story.rebase("c1", "tail_age_ms", "600"));

        // Then
        assertThat(proof.standing().mismatch()).isEmpty();
        assertThat(proof.releases())
                .containsExactly(new Release(
                        2,
                        story.projection().overrides(),
                        story.hash(),
                        Optional.of(story.hash()),
                        OptionalInt.empty(),
                        Optional.of("c1")));
    }

    @Test
    void shouldAwaitTheEchoOfWhatWasApplied() {
        // Given
        gate.prove(story.echoing(1, story.hash(), Moves.none()));
        TuningDecision decision = story.iteration(2, UP);

        // When
        Proof proof = gate.prove(decision);

        // Then
        assertThat(proof.next().awaited()).contains(new Awaited(decision.getId(), OptionalInt.of(2), Optional.empty()));
        assertThat(proof.standing().awaitsEcho()).isTrue();
        assertThat(proof.standing().confirmsEarlier()).isFalse();
        assertThat(proof.standing().echoing()).isTrue();
        assertThat(proof.standing().confirmation()).map(Confirmation::state).contains(Confirmation.State.PENDING);
    }

    @Test
    void shouldGoOnAwaitingIfTheBotSaysNothing() {
        // Given
        gate.prove(story.echoing(1, story.hash(), UP));
        Optional<Awaited> awaited = gate.ledger().awaited();

        // When
        Proof proof = gate.prove(story.iteration(2));

        // Then
        assertThat(proof.next().awaited()).isPresent().isEqualTo(awaited);
        assertThat(proof.standing().awaitsEcho()).isFalse();
        assertThat(proof.standing().confirmsEarlier()).isFalse();
    }

    @Test
    void shouldAwaitNothingMoreOnceTheBotEchoes() {
        // Given
        gate.prove(story.echoing(1, story.hash(), UP));

        // When
        Proof proof = gate.prove(story.echoing(2, story.hash(), Moves.none()));

        // Then
        assertThat(proof.next().awaited()).isEmpty();
        assertThat(proof.standing().awaitsEcho()).isFalse();
        assertThat(proof.standing().confirmsEarlier()).isTrue();
    }

    @Test
    void shouldConfirmOnlyOnce() {
        // Given
        gate.prove(story.echoing(1, story.hash(), UP));
        gate.prove(story.echoing(2, story.hash(), Moves.none()));

        // When
        Proof again = gate.prove(story.echoing(3, story.hash(), Moves.none()));

        // Then
        assertThat(again.standing().confirmsEarlier()).isFalse();
        assertThat(again.applications()).extracting(Application::kind).containsExactly(Kind.NO_OP);
    }

    @Test
    void shouldAwaitTheNextIfOneEchoConfirmsAndMoreIsApplied() {
        // Given
        gate.prove(story.echoing(1, story.hash(), UP));
        TuningDecision next = story.echoing(2, story.hash(), UP);

        // When
        Proof proof = gate.prove(next);

        // Then
        assertThat(proof.next().awaited()).map(Awaited::id).contains(next.getId());
        assertThat(proof.standing().awaitsEcho()).isTrue();
        assertThat(proof.standing().confirmsEarlier()).isTrue();
    }

    @Test
    void shouldNotCallWhatIsStuckConfirmed() {
        // Given
        gate.prove(story.echoing(1, story.hash(), UP));
        gate.prove(story.iteration(2));
        gate.prove(story.iteration(3));

        // When
        Proof proof = gate.prove(story.iteration(4));

        // Then
        assertThat(proof.applications()).extracting(Application::kind).containsExactly(Kind.STUCK, Kind.NO_OP);
        assertThat(proof.standing().confirmsEarlier()).isFalse();
        assertThat(proof.next().awaited()).map(Awaited::iteration).contains(OptionalInt.of(1));
    }

    @Test
    void shouldNotCountTheEchoOfACommandAmongThoseOfIterations() {
        // Given
        gate.prove(story.echoing(1, story.hash(), Moves.none()));

        // When
        Proof command = gate.prove(story.rebase("c1", "tail_age_ms", "700"));
        Proof echo = gate.prove(story.echoing(2, story.hash(), Moves.none()));

        // Then
        assertThat(command.next().awaited()).map(Awaited::commandId).contains(Optional.of("c1"));
        assertThat(command.standing().awaitsEcho()).isFalse();
        assertThat(echo.applications()).extracting(Application::kind).containsExactly(Kind.CONFIRMED, Kind.NO_OP);
        assertThat(echo.standing().confirmsEarlier()).isFalse();
    }

    @Test
    void shouldAwaitNothingOfABotThatHasNamedTheNewValuesAlready() {
        // Given
        String target = Overrides.startingFrom(
                        ParameterCatalogue.standard(), DecisionStory.complete("tail_age_ms", "700"))
                .stateHash();
        gate.prove(story.echoing(1, story.hash(), Moves.none()));
        gate.prove(story.echoing(2, target, Moves.none()));

        // When
        Proof proof = gate.prove(story.rebase("c1", "tail_age_ms", "700"));

        // Then
        assertThat(proof.standing().mismatch()).isEmpty();
        assertThat(proof.releases()).hasSize(1);
        assertThat(proof.next().awaited()).isEmpty();
    }

    @Test
    void shouldNotCountTheEchoOfAPlanAmongThoseOfDecisions() {
        // Given
        DecisionStory planned = DecisionStory.declared(RunStarted.newBuilder()
                .setSchedule(List.of(new ScheduledValues(1, List.of(new ParameterValue("tail_age_ms", "700")))))
                .build());

        // When
        Proof step = gate.prove(planned.echoing(1, planned.hash(), Moves.none()));
        Proof echo = gate.prove(planned.echoing(2, planned.hash(), Moves.none()));

        // Then
        assertThat(step.next().awaited()).map(Awaited::iteration).contains(OptionalInt.of(1));
        assertThat(step.standing().awaitsEcho()).isFalse();
        assertThat(echo.applications()).extracting(Application::kind).containsExactly(Kind.CONFIRMED, Kind.NO_OP);
        assertThat(echo.standing().confirmsEarlier()).isFalse();
    }
}
