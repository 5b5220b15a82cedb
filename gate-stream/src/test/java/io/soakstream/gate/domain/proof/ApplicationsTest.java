package io.soakstream.gate.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.domain.proof.Application.Kind;
import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.Confirmation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The words that are said of a decision, and later of the one that was awaited. */
class ApplicationsTest {
    private static final String OTHER_HASH = "f".repeat(64);
    private static final Moves UP = Moves.of("tail_age_ms", "30");

    private final FollowingGate gate = new FollowingGate();
    private final DecisionStory story = DecisionStory.implied();

    @Test
    void shouldSayWhatWasApplied() {
        // Given
        String start = story.hash();
        TuningDecision decision = story.iteration(1, UP);

        // When
        Proof proof = gate.prove(decision);

        // Then
        assertThat(proof.applications())
                .containsExactly(new Application(
                        Kind.APPLIED,
                        new Awaited(decision.getId(), OptionalInt.of(1), Optional.empty()),
                        Optional.empty(),
                        Optional.of(start),
                        Optional.of(story.hash()),
                        List.of(tailAge("600", "630")),
                        Optional.of(proof.releases().get(1)),
                        Optional.of(Confirmation.State.UNVERIFIED)));
    }

    @Test
    void shouldSayWhyNothingWasApplied() {
        // Given
        TuningDecision decision = story.iteration(1, UP.dropping("tail_age_ms", "velocity"));

        // When
        Proof proof = gate.prove(decision);

        // Then
        assertThat(proof.applications())
                .containsExactly(unchanged(
                        Kind.SKIPPED,
                        new Awaited(decision.getId(), OptionalInt.of(1), Optional.empty()),
                        Optional.of("velocity"),
                        Confirmation.State.UNVERIFIED));
    }

    @Test
    void shouldAcknowledgeACommandThatIsObeyed() {
        // Given
        gate.prove(story.iteration(1));
        String start = story.hash();
        TuningDecision decision = story.rebase("c1", "tail_age_ms", "700");

        // When
        Proof proof = gate.prove(decision);

        // Then
        assertThat(proof.applications())
                .containsExactly(new Application(
                        Kind.ACKNOWLEDGED,
                        new Awaited(decision.getId(), OptionalInt.empty(), Optional.of("c1")),
                        Optional.empty(),
                        Optional.of(start),
                        Optional.of(story.hash()),
                        List.of(tailAge("600", "700")),
                        Optional.of(proof.releases().get(0)),
                        Optional.of(Confirmation.State.UNVERIFIED)));
    }

    @Test
    void shouldSayWhyACommandIsNotObeyed() {
        // Given
        gate.prove(story.iteration(1));
        TuningDecision decision = story.command("c1", Command.Action.AUTO_TUNE_OFF, Map.of(), OTHER_HASH);

        // When
        Proof proof = gate.prove(decision);

        // Then
        assertThat(proof.applications())
                .containsExactly(unchanged(
                        Kind.REFUSED,
                        new Awaited(decision.getId(), OptionalInt.empty(), Optional.of("c1")),
                        Optional.of("base_moved"),
                        Confirmation.State.UNVERIFIED));
    }

    @Test
    void shouldSayNothingOfEventsThatCannotBeApplied() {
        // Given
        gate.prove(story.iteration(1));

        // Then
        assertThat(gate.prove(story.tick(1, false)).applications()).isEmpty();
        assertThat(gate.prove(story.ended(null)).applications()).isEmpty();
    }

    @Test
    void shouldConfirmInTheNameOfTheDecisionThatWasApplied() {
        // Given
        TuningDecision applied = story.echoing(1, story.hash(), UP);
        gate.prove(applied);

        // When
        Proof proof = gate.prove(story.echoing(2, story.hash(), Moves.none()));

        // Then
        assertThat(proof.applications().get(0))
                .isEqualTo(unchanged(
                        Kind.CONFIRMED,
                        new Awaited(applied.getId(), OptionalInt.of(1), Optional.empty()),
                        Optional.empty(),
                        Confirmation.State.CONFIRMED));
    }

    @Test
    void shouldConfirmByTheLastEchoOfTheRun() {
        // Given
        gate.prove(story.echoing(1, story.hash(), UP));

        // When
        Proof proof = gate.prove(story.ended(story.hash()));

        // Then
        assertThat(proof.applications()).extracting(Application::kind).containsExactly(Kind.CONFIRMED);
        assertThat(proof.next().awaited()).isEmpty();
    }

    @Test
    void shouldCallStuckWhatTheBotDoesNotEchoInTime() {
        // Given
        TuningDecision applied = story.echoing(1, story.hash(), UP);
        gate.prove(applied);
        gate.prove(story.iteration(2));
        gate.prove(story.iteration(3));

        // When
        Proof proof = gate.prove(story.iteration(4));

        // Then
        assertThat(proof.applications().get(0))
                .isEqualTo(unchanged(
                        Kind.STUCK,
                        new Awaited(applied.getId(), OptionalInt.of(1), Optional.empty()),
                        Optional.of("stuck"),
                        Confirmation.State.STUCK));
    }

    @Test
    void shouldNotTakeADriftForAWordAboutWhatIsAwaited() {
        // Given
        gate.prove(story.iteration(1, UP));
        gate.prove(story.iteration(2));
        gate.prove(story.iteration(3));
        gate.prove(story.iteration(4));

        // When
        Proof proof = gate.prove(story.echoing(5, OTHER_HASH, Moves.none()));

        // Then
        assertThat(proof.standing().confirmation()).map(Confirmation::state).contains(Confirmation.State.DRIFTED);
        assertThat(proof.applications()).extracting(Application::kind).containsExactly(Kind.NO_OP);
        assertThat(proof.next().awaited()).isPresent();
    }

    @Test
    void shouldNotBlameADecisionForTheEchoOfAnotherConfiguration() {
        // Given
        DecisionStory replayed = DecisionStory.declared(
                RunStarted.newBuilder().setDecidedBy(OTHER_HASH).build());
        gate.prove(replayed.echoing(1, replayed.hash(), UP));
        gate.prove(replayed.iteration(2));
        gate.prove(replayed.iteration(3));

        // When
        Proof proof = gate.prove(replayed.iteration(4));

        // Then
        assertThat(proof.standing().confirmation()).map(Confirmation::state).contains(Confirmation.State.OFF_POLICY);
        assertThat(proof.applications()).extracting(Application::kind).containsExactly(Kind.NO_OP);
    }

    @Test
    void shouldLeaveEverythingAsItIsOnAMismatch() {
        // Given
        gate.prove(story.iteration(1));
        String start = story.hash();
        TuningDecision decision = story.iteration(2, UP);
        decision.setResultHash(OTHER_HASH);

        // When
        Proof proof = gate.prove(decision);

        // Then
        assertThat(proof.applications())
                .containsExactly(new Application(
                        Kind.MISMATCH,
                        new Awaited(decision.getId(), OptionalInt.of(2), Optional.empty()),
                        Optional.of("projection_mismatch"),
                        Optional.of(start),
                        Optional.of(start),
                        List.of(),
                        Optional.empty(),
                        Optional.of(Confirmation.State.UNVERIFIED)));
    }

    @Test
    void shouldNameNoHashOnAMismatchBeforeTheStartIsKnown() {
        // Given
        story.iteration(1);

        // When
        Application application = gate.prove(story.iteration(2)).applications().get(0);

        // Then
        assertThat(application.kind()).isEqualTo(Kind.MISMATCH);
        assertThat(application.oldHash()).isEmpty();
        assertThat(application.stateHash()).isEmpty();
        assertThat(application.verification()).isEmpty();
    }

    private Application unchanged(
            Kind kind, Awaited subject, Optional<String> reason, Confirmation.State verification) {
        return new Application(
                kind,
                subject,
                reason,
                Optional.of(story.hash()),
                Optional.of(story.hash()),
                List.of(),
                Optional.empty(),
                Optional.of(verification));
    }

    private static Change tailAge(String before, String after) {
        return new Change(
                "tail_age_ms",
                Optional.of(new BigDecimal(before)),
                Optional.of(new BigDecimal(after)),
                Optional.empty());
    }
}
