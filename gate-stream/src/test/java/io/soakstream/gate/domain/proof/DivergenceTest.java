package io.soakstream.gate.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.ScheduledValues;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.Confirmation;
import io.soakstream.schemas.projection.Projection;
import io.soakstream.schemas.projection.Switches;
import io.soakstream.schemas.support.Events;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the gate still follows of a run that it has lost: only what a re-base does not give anew. */
class DivergenceTest {
    private static final String OTHER_HASH = "f".repeat(64);

    private final FollowingGate gate = new FollowingGate();
    private final DecisionStory story = DecisionStory.declared(RunStarted.newBuilder()
            .setTotalIterations(12)
            .setDecidedBy(OTHER_HASH)
            .setSchedule(List.of(new ScheduledValues(9, List.of(new ParameterValue("tail_age_ms", "700")))))
            .build());
    private Projection lost;

    @BeforeEach
    void lose() {
        gate.prove(story.iteration(1));
        story.rebase("missed", "tail_age_ms", "640");
        gate.prove(story.iteration(2));
        lost = gate.projection();
    }

    @Test
    void shouldFollowTheSwitchesOfACommandThatIsObeyed() {
        // Given
        TuningDecision command = story.command("off", Command.Action.AUTO_TUNE_OFF, Map.of(), null);

        // When
        Proof proof = gate.prove(command);

        // Then
        assertThat(proof.standing().mismatch()).isPresent();
        assertThat(gate.projection())
                .isEqualTo(lostBut(new Switches(false, true, lost.switches().freeze())));
    }

    @Test
    void shouldNotFollowACommandThatIsRefused() {
        // When
        gate.prove(story.command("off", Command.Action.AUTO_TUNE_OFF, Map.of(), OTHER_HASH));

        // Then
        assertThat(gate.projection()).isEqualTo(lost);
    }

    @Test
    void shouldRememberWhatTheBotNamesLast() {
        // When
        gate.prove(story.echoing(3, OTHER_HASH, Moves.none()));

        // Then
        Confirmation before = lost.confirmation();
        assertThat(gate.projection())
                .isEqualTo(lostBut(new Confirmation(
                        before.state(),
                        before.echoing(),
                        before.waited(),
                        before.changedBy(),
                        Optional.of(OTHER_HASH))));
    }

    @Test
    void shouldRememberNoHashThatWasNotInForceThroughout() {
        // When
        gate.prove(story.iteration(
                Events.healthy(3).setOverridesHash(OTHER_HASH).setMixed(true).build(), Moves.none()));

        // Then
        assertThat(gate.projection()).isEqualTo(lost);
    }

    @Test
    void shouldNotForgetWhatTheBotHasNamedIfItSaysNothing() {
        // Given
        gate.prove(story.echoing(3, OTHER_HASH, Moves.none()));

        // When
        gate.prove(story.iteration(4));

        // Then
        assertThat(gate.projection().confirmation().lastEcho()).contains(OTHER_HASH);
    }

    @Test
    void shouldFollowNothingElse() {
        // When
        gate.prove(story.tick(1, false));
        gate.prove(story.ended(OTHER_HASH));

        // Then
        assertThat(gate.projection()).isEqualTo(lost);
        assertThat(gate.ledger().lastSequence()).isEqualTo(5);
    }

    private Projection lostBut(Switches switches) {
        return with(switches, lost.confirmation());
    }

    private Projection lostBut(Confirmation confirmation) {
        return with(lost.switches(), confirmation);
    }

    private Projection with(Switches switches, Confirmation confirmation) {
        return new Projection(
                lost.overrides(),
                lost.stateHash(),
                lost.version(),
                switches,
                lost.totalIterations(),
                lost.judgeMode(),
                lost.echoes(),
                lost.plan(),
                confirmation);
    }
}
