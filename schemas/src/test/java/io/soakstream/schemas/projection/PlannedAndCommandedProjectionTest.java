package io.soakstream.schemas.projection;

import static io.soakstream.schemas.projection.Projections.CATALOGUE;
import static io.soakstream.schemas.projection.Projections.command;
import static io.soakstream.schemas.projection.Projections.echo;
import static io.soakstream.schemas.projection.Projections.off;
import static io.soakstream.schemas.projection.Projections.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.projection.Command.Action;
import io.soakstream.schemas.projection.Confirmation.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Where a plan and people's commands lead a projection. */
class PlannedAndCommandedProjectionTest {

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

    private static Planned step(int after, String tailAgeMs) {
        return new Planned(after, tail(tailAgeMs));
    }

    private static Overrides tail(String ms) {
        return Overrides.startingFrom(CATALOGUE, Map.of("tail_age_ms", new BigDecimal(ms)));
    }
}
