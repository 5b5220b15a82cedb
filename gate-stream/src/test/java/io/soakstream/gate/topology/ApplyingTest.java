package io.soakstream.gate.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.soakstream.gate.state.GateOverrides;
import io.soakstream.gate.state.GateStores;
import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.GateBench;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.ControlAction;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.ParameterChange;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.Verification;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.serde.SingleObjectSerde;
import io.soakstream.schemas.support.Events;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of sound decisions. */
class ApplyingTest {
    private static final Moves UP = Moves.of("tail_age_ms", "30");
    private static final int MAX_STATE_BYTES = 2048;

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
    void shouldTellTheBotWhatToStartWith() {
        // Given
        DecisionStory declared = DecisionStory.declared(RunStarted.newBuilder().build());

        // When
        gate.decide(declared.started());

        // Then
        List<RuntimeOverrides> told = gate.overrides();
        assertThat(told).hasSize(1);
        RuntimeOverrides first = told.get(0);
        assertThat(first.getVersion()).isEqualTo(1);
        assertThat(first.getStateHash()).isEqualTo(declared.hash());
        assertThat(Sha256.hex(first.getDocument())).isEqualTo(declared.hash());
        assertThat(first.getPreviousHash()).isNull();
        assertThat(first.getDecidedByIteration()).isNull();
        assertThat(gate.applications()).isEmpty();
    }

    @Test
    void shouldTellTheBotOfWhatIsApplied() {
        // Given
        String start = story.hash();
        TuningDecision decision =
                story.iteration(1, UP.and("min_interval_ms", "5").dropping("min_interval_ms", "cooldown"));

        // When
        gate.decide(decision);

        // Then
        RuntimeOverrides told = gate.overrides().get(1);
        assertThat(told.getVersion()).isEqualTo(2);
        assertThat(told.getStateHash()).isEqualTo(story.hash());
        assertThat(told.getPreviousHash()).isEqualTo(start);
        assertThat(told.getDecidedByIteration()).isEqualTo(1);
        assertThat(told.getValues()).anySatisfy(value -> {
            assertThat(value.getName()).isEqualTo("tail_age_ms");
            assertThat(value.getValue()).isEqualTo("630");
        });
        DeltaApplication application = gate.applications().get(0);
        assertThat(application.getOutcome()).isEqualTo(ApplicationOutcome.APPLIED);
        assertThat(application.getId()).isEqualTo(decision.getId());
        assertThat(application.getOldHash()).isEqualTo(start);
        assertThat(application.getStateHash()).isEqualTo(story.hash());
        assertThat(application.getChanges())
                .containsExactly(new ParameterChange("tail_age_ms", "600", "30", "630", null));
        assertThat(application.getBytesWritten()).isEqualTo(told.getDocument().getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void shouldSayWhyNothingIsApplied() {
        // When
        gate.decide(story.iteration(1));
        gate.decide(story.iteration(2, UP.dropping("tail_age_ms", "velocity")));

        // Then
        assertThat(gate.applications())
                .extracting(
                        DeltaApplication::getOutcome, DeltaApplication::getReason, DeltaApplication::getBytesWritten)
                .containsExactly(
                        tuple(ApplicationOutcome.NO_OP, "no_change", 0L),
                        tuple(ApplicationOutcome.SKIPPED, "velocity", 0L));
        assertThat(gate.overrides()).hasSize(1);
    }

    @Test
    void shouldConfirmWhatTheBotEchoes() {
        // Given
        gate.decide(story.echoing(1, story.hash(), UP));
        gate.decide(story.iteration(2, UP));
        String applied = gate.applications().get(0).getId();
        List<Verdict> pending = gate.verdicts();

        // When
        gate.decide(story.echoing(3, story.hash(), UP));

        // Then
        List<DeltaApplication> words = gate.applications();
        assertThat(words)
                .extracting(DeltaApplication::getOutcome)
                .containsExactly(ApplicationOutcome.CONFIRMED, ApplicationOutcome.APPLIED);
        assertThat(words.get(0).getId()).isEqualTo(applied);
        assertThat(words.get(0).getIteration()).isEqualTo(1);
        assertThat(pending)
                .extracting(Verdict::getVerification)
                .containsExactly(Verification.PENDING, Verification.PENDING);
        assertThat(pending.get(1).getDeltaQuality().getUnconfirmed()).isEqualTo(1);
        assertThat(gate.verdicts().get(0).getDeltaQuality().getUnconfirmed()).isEqualTo(1);
    }

    @Test
    void shouldCallWhatTheBotNeverEchoesStuckAndConfirmItLate() {
        // Given
        String start = story.hash();
        gate.decide(story.echoing(1, start, UP));
        gate.applications();

        // When
        for (int i = 2; i <= 4; i++) {
            gate.decide(story.echoing(i, start, UP));
        }
        List<DeltaApplication> waiting = gate.applications();
        gate.decide(story.echoing(5, story.hash(), Moves.none()));

        // Then
        assertThat(waiting)
                .extracting(DeltaApplication::getIteration, DeltaApplication::getOutcome, DeltaApplication::getReason)
                .containsExactly(
                        tuple(2, ApplicationOutcome.SKIPPED, "awaiting_confirmation"),
                        tuple(3, ApplicationOutcome.SKIPPED, "awaiting_confirmation"),
                        tuple(1, ApplicationOutcome.STUCK, "stuck"),
                        tuple(4, ApplicationOutcome.SKIPPED, "stuck"));
        assertThat(gate.applications())
                .extracting(DeltaApplication::getIteration, DeltaApplication::getOutcome)
                .containsExactly(tuple(1, ApplicationOutcome.CONFIRMED), tuple(5, ApplicationOutcome.NO_OP));
        assertThat(gate.verdicts())
                .extracting(verdict -> verdict.getDeltaQuality().getUnconfirmed())
                .containsExactly(1L, 1L, 1L, 1L, 0L);
    }

    @Test
    void shouldCountNothingUnconfirmedOfABotThatDoesNotEcho() {
        // When
        gate.decide(story.iteration(1, UP));
        gate.decide(story.iteration(2, UP));

        // Then
        assertThat(gate.verdicts())
                .extracting(verdict -> verdict.getDeltaQuality().getUnconfirmed())
                .containsOnly(0L);
    }

    @Test
    void shouldFollowADriftUntilARebase() {
        // Given
        gate.decide(story.echoing(1, story.hash(), Moves.none()));
        gate.decide(story.echoing(2, "f".repeat(64), UP));
        List<DeltaApplication> drifted = gate.applications();

        // When
        gate.decide(story.rebase("c1", "tail_age_ms", "700"));
        gate.decide(story.echoing(3, story.hash(), Moves.none()));

        // Then
        assertThat(drifted.get(1).getReason()).isEqualTo("stale_base");
        assertThat(drifted.get(1).getVerification()).isEqualTo(Verification.DRIFTED);
        assertThat(gate.applications())
                .extracting(DeltaApplication::getCommandId, DeltaApplication::getOutcome)
                .containsExactly(
                        tuple("c1", ApplicationOutcome.ACKNOWLEDGED),
                        tuple("c1", ApplicationOutcome.CONFIRMED),
                        tuple(null, ApplicationOutcome.NO_OP));
        assertThat(gate.overrides())
                .extracting(RuntimeOverrides::getVersion, RuntimeOverrides::getCommandId)
                .containsExactly(tuple(1L, null), tuple(2L, "c1"));
        assertThat(gate.total("projection-mismatches")).isZero();
    }

    @Test
    void shouldAcknowledgeAndRefuseCommands() {
        // Given
        gate.decide(story.iteration(1));
        gate.applications();

        // When
        gate.decide(story.command("off", Command.Action.AUTO_TUNE_OFF, Map.of(), null));
        gate.decide(story.command("late", Command.Action.ACKNOWLEDGE, Map.of(), "f".repeat(64)));
        gate.decide(story.iteration(2, UP));

        // Then
        List<DeltaApplication> applications = gate.applications();
        assertThat(applications)
                .extracting(DeltaApplication::getCommandId, DeltaApplication::getOutcome, DeltaApplication::getReason)
                .containsExactly(
                        tuple("off", ApplicationOutcome.ACKNOWLEDGED, null),
                        tuple("late", ApplicationOutcome.REFUSED, "base_moved"),
                        tuple(null, ApplicationOutcome.SKIPPED, "auto_tune_off"));
        assertThat(applications.get(0).getCommand().getAction()).isEqualTo(ControlAction.AUTO_TUNE_OFF);
        assertThat(applications.get(2).getCommand()).isNull();
    }

    @Test
    void shouldConfirmByTheLastEchoOfTheRun() {
        // Given
        gate.decide(story.echoing(1, story.hash(), UP));
        gate.applications();

        // When
        gate.decide(story.ended(story.hash()));

        // Then
        assertThat(gate.applications())
                .extracting(DeltaApplication::getIteration, DeltaApplication::getOutcome)
                .containsExactly(tuple(1, ApplicationOutcome.CONFIRMED));
    }

    @Test
    void shouldKeepASmallStateHoweverLongTheRun() {
        // When
        for (int i = 1; i <= 300; i++) {
            Moves moves = Moves.of("tail_age_ms", i % 2 == 0 ? "30" : "-30");
            gate.decide(story.echoing(i, story.hash(), i % 3 == 0 ? Moves.none() : moves));
        }

        // Then
        GateOverrides state =
                gate.<GateOverrides>store(GateStores.RUNTIME_OVERRIDES).get(Events.KEY);
        byte[] bytes = SingleObjectSerde.of(GateOverrides.class, GateOverrides.getDecoder())
                .serializer()
                .serialize("store", state);
        assertThat(bytes).hasSizeLessThan(MAX_STATE_BYTES);
        assertThat(state.getLastSequence()).isEqualTo(300);
        assertThat(gate.total("projection-mismatches")).isZero();
    }
}
