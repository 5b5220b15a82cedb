package io.soakstream.schemas.projection;

import static io.soakstream.schemas.projection.Projections.CATALOGUE;
import static io.soakstream.schemas.projection.Projections.START;
import static io.soakstream.schemas.projection.Projections.command;
import static io.soakstream.schemas.projection.Projections.echo;
import static io.soakstream.schemas.projection.Projections.off;
import static io.soakstream.schemas.projection.Projections.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.projection.Command.Action;
import io.soakstream.schemas.projection.Confirmation.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a projection lets an iteration change, and which reason it gives where it does not. */
class ProjectionResolutionTest {
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

    private static Optional<String> reason(Projection projection, int iteration) {
        return projection.resolve(iteration, true, "no_change", DELTA, NO_GUARD).reason();
    }
}
