package io.soakstream.gate.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.domain.proof.Application.Kind;
import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.contract.Verification;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.CommandedFreeze;
import io.soakstream.schemas.projection.Confirmation;
import io.soakstream.schemas.projection.EchoRules;
import io.soakstream.schemas.projection.Projection;
import io.soakstream.schemas.projection.Switches;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gate has missed what the second iteration changed: which commands end the doubt, and which do not. */
class RebaseTest {
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();
    private static final String OTHER_HASH = "f".repeat(64);
    private static final Moves UP = Moves.of("tail_age_ms", "30");

    private final FollowingGate gate = new FollowingGate();
    private final DecisionStory story = DecisionStory.implied();

    @Test
    void shouldTakeARebaseAndSayFromWhereItLed() {
        // Given
        diverge();
        Projection before = gate.projection();
        TuningDecision rebase = story.rebase("c1", "tail_age_ms", "700");

        // When
        Proof proof = gate.prove(rebase);

        // Then
        Release release = new Release(
                2,
                story.projection().overrides(),
                story.hash(),
                Optional.of(before.stateHash()),
                OptionalInt.empty(),
                Optional.of("c1"));
        Awaited subject = new Awaited(rebase.getId(), OptionalInt.empty(), Optional.of("c1"));
        assertThat(proof.releases()).containsExactly(release);
        assertThat(proof.applications())
                .containsExactly(new Application(
                        Kind.ACKNOWLEDGED,
                        subject,
                        Optional.empty(),
                        Optional.of(before.stateHash()),
                        Optional.of(story.hash()),
                        List.of(new Change(
                                "tail_age_ms",
                                Optional.of(new BigDecimal("600")),
                                Optional.of(new BigDecimal("700")),
                                Optional.empty())),
                        Optional.of(release),
                        Optional.of(Confirmation.State.UNVERIFIED)));
        assertThat(proof.next().awaited()).contains(subject);
        assertThat(proof.standing().awaitsEcho()).isFalse();
        assertThat(proof.standing().confirmsEarlier()).isFalse();
        assertThat(proof.standing().missing()).isEmpty();
    }

    @Test
    void shouldLeaveTheHoleBeforeItToTheNextVerdict() {
        // Given
        gate.prove(story.iteration(1));
        story.iteration(2, UP);

        // When
        Proof rebase = gate.prove(story.rebase("c1", "tail_age_ms", "700"));
        Proof next = gate.prove(story.iteration(3));

        // Then
        assertThat(rebase.standing().missing()).hasValue(2);
        assertThat(next.standing().missing()).hasValue(2);
    }

    @Test
    void shouldTakeARollback() {
        // Given
        diverge();

        // When
        Proof proof = gate.prove(
                story.command("c1", Command.Action.ROLLBACK, DecisionStory.complete("tail_age_ms", "700"), null));

        // Then
        assertThat(proof.standing().mismatch()).isEmpty();
        assertThat(gate.projection().stateHash()).isEqualTo(story.hash());
    }

    @Test
    void shouldNotAskFromWhichBaseItStarts() {
        // Given
        diverge();

        // When
        Proof proof = gate.prove(
                story.command("c1", Command.Action.REBASE, DecisionStory.complete("tail_age_ms", "700"), story.hash()));

        // Then
        assertThat(proof.standing().mismatch()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Command.Action.class,
            names = {"ROLLBACK", "REBASE"},
            mode = EnumSource.Mode.EXCLUDE)
    void shouldNotTakeAnyOtherCommand(Command.Action action) {
        // Given
        diverge();
        TuningDecision command = story.command("c1", action, Map.of(), null);
        command.setCommandRefusal(null);
        command.setResultHash(gate.projection().stateHash());

        // When
        Proof proof = gate.prove(command);

        // Then
        assertThat(proof.standing().mismatch()).isPresent();
        assertThat(proof.releases()).isEmpty();
    }

    @Test
    void shouldNotTakeAnIterationWhoseResultIsInForce() {
        // Given
        diverge();
        TuningDecision iteration = story.iteration(4);
        iteration.setResultHash(gate.projection().stateHash());

        // Then
        assertThat(gate.prove(iteration).standing().mismatch()).isPresent();
    }

    @Test
    void shouldNotTakeARebaseThatTheTunerHasRefused() {
        // Given
        diverge();
        TuningDecision refused =
                story.command("c1", Command.Action.REBASE, DecisionStory.complete("tail_age_ms", "700"), OTHER_HASH);
        refused.setResultHash(target("700").stateHash());

        // When
        Proof proof = gate.prove(refused);

        // Then
        assertThat(proof.standing().mismatch()).isPresent();
        assertThat(proof.releases()).isEmpty();
    }

    @Test
    void shouldNotTakeValuesThatAreNotComplete() {
        // Given
        diverge();
        TuningDecision rebase = story.rebase("c1", "tail_age_ms", "700");
        rebase.getControlCommand().setValues(List.of(new ParameterValue("tail_age_ms", "700")));

        // Then
        assertThat(gate.prove(rebase).standing().mismatch()).isPresent();
    }

    @Test
    void shouldNotTakeARebaseInJudgeMode() {
        // Given
        story.iteration(1);
        gate.prove(story.iteration(2));
        TuningDecision rebase = story.rebase("c1", "tail_age_ms", "700");
        rebase.setTuning(TuningMode.RECORDED);

        // Then
        assertThat(gate.prove(rebase).standing().mismatch()).isPresent();
    }

    @Test
    void shouldBelieveTheTunerThatTheBotRunsWithTheValues() {
        // Given
        diverge();
        TuningDecision rebase = story.rebase("c1", "tail_age_ms", "700");
        rebase.setVerification(Verification.CONFIRMED);

        // When
        Proof proof = gate.prove(rebase);

        // Then
        assertThat(proof.next().awaited()).isEmpty();
        assertThat(gate.projection().confirmation())
                .isEqualTo(new Confirmation(
                        Confirmation.State.CONFIRMED, true, 0, OptionalInt.empty(), Optional.of(story.hash())));
    }

    @Test
    void shouldBelieveTheTunerThatTheBotHasSpoken() {
        // Given
        diverge();
        gate.prove(story.echoing(4, OTHER_HASH, Moves.none()));
        TuningDecision rebase = story.rebase("c1", "tail_age_ms", "700");

        // When
        Proof proof = gate.prove(rebase);

        // Then
        assertThat(rebase.getVerification()).isEqualTo(Verification.PENDING);
        assertThat(proof.next().awaited()).map(Awaited::commandId).contains(Optional.of("c1"));
        assertThat(gate.projection().confirmation())
                .isEqualTo(new Confirmation(
                        Confirmation.State.PENDING, true, 0, OptionalInt.empty(), Optional.of(OTHER_HASH)));
    }

    @Test
    void shouldNotTakeAVerificationThatItDoesNotKnow() {
        // Given
        diverge();
        TuningDecision rebase = story.rebase("c1", "tail_age_ms", "700");
        rebase.setVerification(Verification.UNKNOWN);

        // Then
        assertThat(gate.prove(rebase).standing().mismatch()).isPresent();
    }

    @Test
    void shouldBeginAsWithoutAnyDeclarationIfTheStartIsNotKnown() {
        // Given
        DecisionStory declared = DecisionStory.declared(RunStarted.newBuilder()
                .setTotalIterations(12)
                .setAutoTune(false)
                .build());
        declared.iteration(1);
        gate.prove(declared.iteration(2));

        // When
        Proof proof = gate.prove(declared.rebase("c1", "tail_age_ms", "700"));

        // Then
        assertThat(proof.applications()).singleElement().satisfies(application -> {
            assertThat(application.oldHash()).isEmpty();
            assertThat(application.stateHash()).contains(declared.hash());
            assertThat(application.changes()).isEmpty();
        });
        assertThat(gate.projection())
                .isEqualTo(new Projection(
                        target("700"),
                        declared.hash(),
                        declared.sequence() + 1,
                        new Switches(true, true, CommandedFreeze.none()),
                        OptionalInt.empty(),
                        false,
                        new EchoRules(false, false, 3),
                        List.of(),
                        new Confirmation(
                                Confirmation.State.UNVERIFIED, false, 0, OptionalInt.empty(), Optional.empty())));
    }

    private void diverge() {
        gate.prove(story.iteration(1));
        story.iteration(2, UP);
        gate.prove(story.iteration(3));
    }

    private static Overrides target(String tailAgeMs) {
        return Overrides.startingFrom(CATALOGUE, DecisionStory.complete("tail_age_ms", tailAgeMs));
    }
}
