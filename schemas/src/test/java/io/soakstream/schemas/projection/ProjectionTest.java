package io.soakstream.schemas.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Command.Action;
import io.soakstream.schemas.projection.Confirmation.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();
    private static final Overrides START = Overrides.start(CATALOGUE);
    private static final EchoRules ECHOES = new EchoRules(false, false, 3);
    private static final Map<String, BigDecimal> DELTA = Map.of("tail_age_ms", new BigDecimal("30"));
    private static final Optional<String> NO_GUARD = Optional.empty();

    @Test
    void shouldStartWithWhatItIsGiven() {
        // When
        Projection start = start(true, OptionalInt.of(9), List.of());

        // Then
        assertThat(start.stateHash()).isEqualTo("7d5bd7a9a6c4793858f0197241e045b796a7d2742a399ceb5059e65c78330195");
        assertThat(start.version()).isEqualTo(1);
        assertThat(start.totalIterations()).hasValue(9);
        assertThat(start.confirmation().state()).isEqualTo(State.UNVERIFIED);
    }

    @Test
    void shouldDoNothingWhereNothingIsProposed() {
        // Given
        Projection off = start(false, OptionalInt.of(1), List.of());

        // Then
        assertThat(off.resolve(1, false, "at_bound", Map.of(), NO_GUARD)).isEqualTo(Resolution.noOp("at_bound"));
    }

    @Test
    void shouldSkipWhatGuardsHaveTakenOutBeforeAnyOtherReason() {
        // Given
        Projection off = start(false, OptionalInt.of(1), List.of());

        // Then
        assertThat(off.resolve(1, true, "no_change", Map.of(), Optional.of("velocity")))
                .isEqualTo(Resolution.skipped("velocity"));
    }

    @Test
    void shouldApplyWhatGuardsHaveLeft() {
        // Given
        Projection start = start(true, OptionalInt.empty(), List.of());

        // When
        Projection applied = start.applied(4, DELTA);

        // Then
        assertThat(start.resolve(4, true, "no_change", DELTA, Optional.of("cooldown")))
                .isEqualTo(Resolution.applied());
        assertThat(applied.overrides()).isEqualTo(START.plus(DELTA));
        assertThat(applied.stateHash()).isEqualTo(START.plus(DELTA).stateHash()).isNotEqualTo(start.stateHash());
        assertThat(applied.version()).isEqualTo(2);
        assertThat(applied.confirmation().changedBy()).hasValue(4);
    }

    @Test
    void shouldApplyNothingInTheLastOfADeclaredTotal() {
        // Given
        Projection start = start(true, OptionalInt.of(5), List.of());

        // Then
        assertThat(reason(start, 4)).isEmpty();
        assertThat(reason(start, 5)).contains("final_iteration");
        assertThat(reason(start, 6)).contains("final_iteration");
        assertThat(reason(start(true, OptionalInt.empty(), List.of()), 5)).isEmpty();
    }

    @Test
    void shouldNameTheFirstReasonInOrder() {
        // Given
        Projection confirmed = start(true, OptionalInt.of(5), List.of()).heard(echo(START.stateHash()));
        Projection pending = confirmed.applied(1, DELTA);
        Projection stuck = pending.heard(echo(START.stateHash()))
                .heard(echo(START.stateHash()))
                .heard(echo(START.stateHash()));
        Projection drifted = confirmed.heard(echo("another"));

        // Then
        assertThat(reason(off(stuck), 5)).contains("auto_tune_off");
        assertThat(reason(off(drifted), 5)).contains("auto_tune_off");
        assertThat(reason(stuck, 5)).contains("stuck");
        assertThat(reason(drifted, 5)).contains("stale_base");
        assertThat(reason(pending, 5)).contains("awaiting_confirmation");
        assertThat(reason(confirmed, 5)).contains("final_iteration");
        assertThat(reason(confirmed, 4)).isEmpty();
    }

    @Test
    void shouldGoOnWhereEchoesMeanNothing() {
        // Given
        Projection offPolicy = Projection.start(
                        START, true, OptionalInt.of(5), false, new EchoRules(false, true, 3), List.of())
                .heard(echo("another"));

        // Then
        assertThat(offPolicy.confirmation().state()).isEqualTo(State.OFF_POLICY);
        assertThat(reason(offPolicy, 4)).isEmpty();
        assertThat(reason(offPolicy, 5)).contains("final_iteration");
    }

    @Test
    void shouldStayTheSameObjectWhileNothingIsHeard() {
        // Given
        Projection start = start(true, OptionalInt.empty(), List.of());

        // Then
        assertThat(start.heard(Echo.silent())).isSameAs(start);
        assertThat(start.heard(echo(START.stateHash()))).isNotEqualTo(start);
    }

    @Test
    void shouldFollowItsPlanStepByStep() {
        // Given
        Projection planned = start(true, OptionalInt.empty(), List.of(step(2, "650"), step(4, "700")));

        // When
        Projection first = planned.afterIteration(2);
        Projection last = first.afterIteration(4);

        // Then
        assertThat(planned.planned()).isTrue();
        assertThat(planned.afterIteration(1)).isSameAs(planned);
        assertThat(first.overrides()).isEqualTo(tail("650"));
        assertThat(first.version()).isEqualTo(2);
        assertThat(first.confirmation().changedBy()).isEmpty();
        assertThat(first.planned()).isTrue();
        assertThat(first.afterIteration(3)).isSameAs(first);
        assertThat(last.overrides()).isEqualTo(tail("700"));
        assertThat(last.planned()).isFalse();
    }

    @Test
    void shouldSkipStepsThatAGapHasPassed() {
        // When
        Projection after = start(true, OptionalInt.empty(), List.of(step(2, "650"), step(4, "700"), step(9, "750")))
                .afterIteration(5);

        // Then
        assertThat(after.overrides()).isEqualTo(tail("700"));
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.plan()).hasSize(1);
    }

    @Test
    void shouldEndItsPlanAndItsDoubtsByGivenValues() {
        // Given
        Projection drifted =
                start(true, OptionalInt.empty(), List.of(step(2, "650"))).heard(echo("another"));

        // When
        Projection rebased = drifted.obeyed(command(Action.REBASE, tail("700").values()), CATALOGUE);
        Projection rolledBack =
                drifted.obeyed(command(Action.ROLLBACK, tail("710").values()), CATALOGUE);

        // Then
        assertThat(rebased.planned()).isFalse();
        assertThat(rebased.overrides()).isEqualTo(tail("700"));
        assertThat(rebased.confirmation().state()).isEqualTo(State.PENDING);
        assertThat(rolledBack.overrides()).isEqualTo(tail("710"));
        assertThat(rolledBack.version()).isEqualTo(2);
    }

    @Test
    void shouldKnowAtOnceThatABotRunsWithTheGivenValuesAlready() {
        // Given
        Projection drifted = start(true, OptionalInt.empty(), List.of())
                .heard(echo(tail("700").stateHash()));

        // When
        Projection rebased = drifted.obeyed(command(Action.REBASE, tail("700").values()), CATALOGUE);

        // Then
        assertThat(drifted.confirmation().state()).isEqualTo(State.DRIFTED);
        assertThat(rebased.confirmation().state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void shouldTurnTuningOffAndOn() {
        // Given
        Projection start = start(true, OptionalInt.empty(), List.of(step(2, "650")));

        // When
        Projection off = off(start);
        Projection on = off.obeyed(command(Action.AUTO_TUNE_ON, Map.of()), CATALOGUE);

        // Then
        assertThat(off.autoTune()).isFalse();
        assertThat(on.autoTune()).isTrue();
        assertThat(off.plan()).isEqualTo(start.plan());
        assertThat(on).isEqualTo(start);
    }

    @Test
    void shouldChangeNothingByACommandThatIsForOthers() {
        // Given
        Projection start = start(true, OptionalInt.empty(), List.of());

        // Then
        for (Action action : List.of(Action.UNFREEZE, Action.SILENCE, Action.ACKNOWLEDGE)) {
            assertThat(start.obeyed(command(action, Map.of()), CATALOGUE)).isEqualTo(start);
        }
    }

    @Test
    void shouldHoldThePlanWhilePeopleHaveFrozenSomething() {
        // Given
        Projection start = start(true, OptionalInt.empty(), List.of(step(2, "650")));

        // When
        Projection frozen = start.obeyed(command(Action.FREEZE, Map.of()), CATALOGUE);
        Projection later = frozen.afterIteration(2);
        Projection lifted = later.obeyed(command(Action.UNFREEZE, Map.of()), CATALOGUE);

        // Then
        assertThat(later).isSameAs(frozen);
        assertThat(lifted.afterIteration(3).planned()).isFalse();
        assertThat(lifted.afterIteration(3).version()).isEqualTo(2);
    }

    @Test
    void shouldNotLeadOnABotThatDoesNotFollow() {
        // Given
        Projection start = start(true, OptionalInt.empty(), List.of(step(1, "650"), step(2, "660"), step(5, "670")));
        Echo echo = new Echo(Optional.of(start.stateHash()), false);

        // When
        Projection first = start.heard(echo).afterIteration(1);
        Projection second = first.heard(echo).afterIteration(2);
        Projection third = second.heard(echo);
        Projection stuck = third.heard(echo);

        // Then
        assertThat(third.confirmation().state()).isEqualTo(Confirmation.State.PENDING);
        assertThat(stuck.confirmation().state()).isEqualTo(Confirmation.State.STUCK);
        assertThat(stuck.afterIteration(5)).isSameAs(stuck);
    }

    @Test
    void shouldOnlyProposeUnderATunerThatMayNotTune() {
        // Given
        Projection start = start(true, OptionalInt.empty(), List.of());

        // When
        Projection under = start.under(false);

        // Then
        assertThat(reason(under, 1)).contains(OutcomeReason.AUTO_TUNE_OFF);
        assertThat(under.refusal(command(Action.AUTO_TUNE_ON, Map.of()), 1, CATALOGUE))
                .contains(CommandRules.AUTO_TUNE_DISABLED);
        assertThat(under.under(true)).isEqualTo(start);
        assertThat(start.under(true)).isSameAs(start);
    }

    @Test
    void shouldNotCountTheLastEchoAsAnIteration() {
        // Given
        Projection start = start(true, OptionalInt.empty(), List.of());
        Echo old = new Echo(Optional.of(start.stateHash()), false);
        Projection waiting = start.heard(old).applied(1, DELTA).heard(old).heard(old);

        // Then
        assertThat(waiting.heardLast(old).confirmation().state()).isEqualTo(Confirmation.State.PENDING);
        assertThat(waiting.heard(old).confirmation().state()).isEqualTo(Confirmation.State.STUCK);
        assertThat(waiting.heardLast(new Echo(Optional.of(waiting.stateHash()), false))
                        .confirmation()
                        .state())
                .isEqualTo(Confirmation.State.CONFIRMED);
    }

    private static Projection off(Projection projection) {
        return projection.obeyed(command(Action.AUTO_TUNE_OFF, Map.of()), CATALOGUE);
    }

    private static Optional<String> reason(Projection projection, int iteration) {
        return projection.resolve(iteration, true, "no_change", DELTA, NO_GUARD).reason();
    }

    private static Projection start(boolean autoTune, OptionalInt total, List<Planned> plan) {
        return Projection.start(START, autoTune, total, false, ECHOES, plan);
    }

    private static Planned step(int after, String tailAgeMs) {
        return new Planned(after, tail(tailAgeMs));
    }

    private static Overrides tail(String ms) {
        return Overrides.startingFrom(CATALOGUE, Map.of("tail_age_ms", new BigDecimal(ms)));
    }

    private static Echo echo(String hash) {
        return new Echo(Optional.of(hash), false);
    }

    private static Command command(Action action, Map<String, BigDecimal> values) {
        return new Command("c", action, values, Set.of(), OptionalInt.empty(), Optional.empty());
    }
}
