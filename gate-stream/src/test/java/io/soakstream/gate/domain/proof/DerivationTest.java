package io.soakstream.gate.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.domain.proof.Application.Kind;
import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.Outcome;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RecordedTuning;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.ScheduledValues;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.contract.Verification;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.Confirmation;
import io.soakstream.schemas.projection.Projection;
import io.soakstream.schemas.projection.Resolution;
import io.soakstream.schemas.support.Events;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from the facts, whatever the decision says. */
class DerivationTest {
    private static final Moves UP = Moves.of("tail_age_ms", "30");

    private final FollowingGate gate = new FollowingGate();
    private final DecisionStory story = DecisionStory.implied();

    @Test
    void shouldBelieveThatARuleWantedToMoveAndCouldNot() {
        // Given
        TuningDecision decision = story.iteration(1);
        decision.setReason("at_bound");

        // Then
        assertThat(gate.prove(decision).standing().mismatch()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"no_data", "warming_up", "stuck"})
    void shouldBelieveNoOtherReasonWithoutItsFacts(String reason) {
        // Given
        TuningDecision decision = story.iteration(1);
        decision.setReason(reason);

        // Then
        assertThat(gate.prove(decision).standing().mismatch())
                .contains("reason: the decision says " + reason + ", the facts give no_change");
    }

    @ParameterizedTest
    @CsvSource({"net_bps", "risk_ratio"})
    void shouldEvaluateNoRuleWithoutNetOrRisk(String missing) {
        // Given
        TuningDecision decision = story.iteration(1);
        decision.getIterationSummary().put(missing, null);
        decision.setReason("at_bound");

        // Then
        assertThat(gate.prove(decision).standing().mismatch())
                .contains("reason: the decision says at_bound, the facts give no_data");
    }

    @Test
    void shouldEvaluateNoRuleBeforeThePlansLastStep() {
        // Given
        DecisionStory planned = planned();
        TuningDecision decision = planned.iteration(1);
        decision.setReason("at_bound");

        // Then
        assertThat(gate.prove(decision).standing().mismatch())
                .contains("reason: the decision says at_bound, the facts give warming_up");
    }

    @Test
    void shouldCallAStepOfThePlanWarmingUp() {
        // When
        Proof proof = gate.prove(planned().iteration(1));

        // Then
        assertThat(proof.standing().mismatch()).isEmpty();
        assertThat(proof.applications().get(0).reason()).contains("warming_up");
    }

    @Test
    void shouldApplyNothingUnderATunerThatMayNotTune() {
        // Given
        gate.prove(story.iteration(1));
        String start = story.hash();
        TuningDecision decision = story.iteration(2, UP);
        decision.setTuningAllowed(false);
        decision.setOutcome(Outcome.SKIPPED);
        decision.setReason("auto_tune_off");
        decision.setResultHash(start);

        // When
        Proof proof = gate.prove(decision);

        // Then
        assertThat(proof.standing().mismatch()).isEmpty();
        assertThat(proof.releases()).isEmpty();
    }

    @Test
    void shouldTakeTheFirstGuardOfEverythingThatIsDropped() {
        // Given
        Moves dropped = UP.and("min_interval_ms", "5")
                .dropping("tail_age_ms", "cooldown")
                .dropping("min_interval_ms", "velocity", "cooldown");
        TuningDecision decision = story.iteration(1, dropped);
        decision.setReason("cooldown");

        // Then
        assertThat(gate.prove(decision).standing().mismatch())
                .contains("reason: the decision says cooldown, the facts give velocity");
    }

    @Test
    void shouldTakeFromARecordingWhatBecameOfAnIteration() {
        // Given
        DecisionStory judged = judged();
        IterationSummary applied = recorded(1, true, List.of());
        IterationSummary skipped = recorded(2, false, List.of("velocity"));

        // When
        Proof first = gate.prove(judged.recorded(applied, Resolution.applied()));
        Proof second = gate.prove(judged.recorded(skipped, Resolution.skipped("velocity")));
        Proof third = gate.prove(judged.recorded(Events.healthy(3).build(), Resolution.noOp("no_change")));

        // Then
        assertThat(List.of(first, second, third))
                .allMatch(proof -> proof.standing().mismatch().isEmpty());
        assertThat(first.applications()).extracting(Application::kind).containsExactly(Kind.APPLIED);
        assertThat(first.applications().get(0).changes()).isEmpty();
        assertThat(second.applications().get(0).reason()).contains("velocity");
        assertThat(third.applications()).extracting(Application::kind).containsExactly(Kind.NO_OP);
        assertThat(gate.projection()).isEqualTo(judged.projection());
    }

    @Test
    void shouldNotBelieveInAnotherOutcomeThanTheRecordings() {
        // Given
        IterationSummary skipped = recorded(1, false, List.of("velocity"));

        // When
        Proof proof = gate.prove(judged().recorded(skipped, Resolution.applied()));

        // Then
        assertThat(proof.standing().mismatch()).contains("outcome: the decision says APPLIED, the facts give SKIPPED");
    }

    @Test
    void shouldNotCountTheEndOfTheRunAsWaiting() {
        // Given
        gate.prove(story.echoing(1, story.hash(), UP));
        Projection before = gate.projection();

        // When
        gate.prove(story.ended(null));

        // Then
        assertThat(before.confirmation().waited()).isZero();
        assertThat(gate.projection()).isEqualTo(before);
    }

    @Test
    void shouldHearTheLastEchoWithoutWaitingForIt() {
        // Given
        gate.prove(story.echoing(1, story.hash(), UP));
        gate.prove(story.iteration(2));
        gate.prove(story.iteration(3));
        TuningDecision ended = story.ended("f".repeat(64));
        ended.setVerification(Verification.PENDING);

        // When
        Proof proof = gate.prove(ended);

        // Then
        assertThat(proof.standing().mismatch()).isEmpty();
        assertThat(proof.standing().confirmation()).map(Confirmation::state).contains(Confirmation.State.PENDING);
        assertThat(gate.projection().confirmation().lastEcho()).contains("f".repeat(64));
    }

    @Test
    void shouldCallWhatMovesNothingByItsReason() {
        // Given
        TuningDecision tick = story.tick(0, false);
        TuningDecision newer = story.tick(1, false);
        newer.setTick(null);

        // When
        Proof known = gate.prove(tick);
        Proof unknown = gate.prove(newer);

        // Then
        assertThat(known.standing().mismatch()).isEmpty();
        assertThat(unknown.standing().mismatch())
                .contains("reason: the decision says no_change, the facts give unknown_kind");
    }

    @Test
    void shouldCallACommandThatMovesNothingNoChange() {
        // Given
        gate.prove(story.iteration(1));

        // When
        Proof proof = gate.prove(story.command("off", Command.Action.AUTO_TUNE_OFF, Map.of(), null));

        // Then
        assertThat(proof.standing().mismatch()).isEmpty();
        assertThat(proof.releases()).isEmpty();
        assertThat(gate.projection().autoTune()).isFalse();
    }

    private static DecisionStory planned() {
        return DecisionStory.declared(RunStarted.newBuilder()
                .setSchedule(List.of(new ScheduledValues(1, List.of(new ParameterValue("tail_age_ms", "700")))))
                .build());
    }

    private static DecisionStory judged() {
        return DecisionStory.declared(
                RunStarted.newBuilder().setTuning(TuningMode.RECORDED).build());
    }

    private static IterationSummary recorded(int number, boolean applied, List<String> skipReasons) {
        RecordedTuning tuning = RecordedTuning.newBuilder()
                .setApplied(applied)
                .setSkipReasons(skipReasons)
                .build();
        return Events.healthy(number).setRecordedTuning(tuning).build();
    }
}
