package io.soakstream.schemas.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.schemas.projection.Confirmation.State;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every arrow of the diagram in {@link Confirmation}. */
class ConfirmationTest {
    private static final EchoRules RULES = new EchoRules(false, false, 3);
    private static final EchoRules OTHER = new EchoRules(false, true, 3);
    private static final String OLD = "old";
    private static final String NEW = "new";
    private static final Echo MIXED = new Echo(Optional.of(NEW), true);

    @Test
    void shouldKnowNothingOfABotThatSaysNothing() {
        // When
        Confirmation silent = heard(Confirmation.initial(RULES), OLD, Echo.silent(), Echo.silent());

        // Then
        assertThat(silent).isEqualTo(Confirmation.initial(RULES));
        assertThat(silent.changed(OptionalInt.of(2), NEW).state()).isEqualTo(State.UNVERIFIED);
    }

    @Test
    void shouldConfirmByTheFirstEcho() {
        // When
        Confirmation confirmed = heard(Confirmation.initial(RULES), OLD, Echo.silent(), echo(OLD));

        // Then
        assertThat(confirmed.state()).isEqualTo(State.CONFIRMED);
        assertThat(confirmed.echoing()).isTrue();
        assertThat(confirmed.lastEcho()).contains(OLD);
    }

    @Test
    void shouldDriftByAFirstEchoOfAnotherHash() {
        assertThat(heard(Confirmation.initial(RULES), OLD, echo(NEW)).state()).isEqualTo(State.DRIFTED);
    }

    @Test
    void shouldNotGoByAFirstEchoThatIsMixed() {
        // When
        Confirmation mixed = heard(Confirmation.initial(RULES), NEW, MIXED);

        // Then
        assertThat(mixed.state()).isEqualTo(State.UNVERIFIED);
        assertThat(mixed.echoing()).isTrue();
        assertThat(mixed.lastEcho()).isEmpty();
        assertThat(mixed.changed(OptionalInt.of(1), OLD).state()).isEqualTo(State.PENDING);
    }

    @Test
    void shouldAwaitWhatWasAppliedUntilItIsEchoed() {
        // Given
        Confirmation pending = confirmed().changed(OptionalInt.of(5), NEW);

        // When
        Confirmation still = heard(pending, NEW, echo(OLD), echo(OLD));
        Confirmation confirmed = heard(still, NEW, echo(NEW));

        // Then
        assertThat(pending.state()).isEqualTo(State.PENDING);
        assertThat(pending.changedBy()).hasValue(5);
        assertThat(pending.waited()).isZero();
        assertThat(still.state()).isEqualTo(State.PENDING);
        assertThat(still.changedBy()).hasValue(5);
        assertThat(still.waited()).isEqualTo(2);
        assertThat(confirmed.state()).isEqualTo(State.CONFIRMED);
        assertThat(confirmed.changedBy()).isEmpty();
    }

    @Test
    void shouldBeStuckAfterExactlyThreeFurtherIterations() {
        // Given
        Confirmation pending = confirmed().changed(OptionalInt.of(5), NEW);

        // When
        Stream<State> states = Stream.of(1, 2, 3, 4, 5).map(waits -> {
            Confirmation after = pending;
            for (int i = 0; i < waits; i++) {
                after = heard(after, NEW, echo(OLD));
            }
            return after.state();
        });

        // Then
        assertThat(states).containsExactly(State.PENDING, State.PENDING, State.STUCK, State.STUCK, State.STUCK);
    }

    @Test
    void shouldCountEveryIterationThatDoesNotConfirm() {
        // When
        Confirmation stuck =
                heard(confirmed().changed(OptionalInt.of(5), NEW), NEW, Echo.silent(), MIXED, Echo.silent());

        // Then
        assertThat(stuck.state()).isEqualTo(State.STUCK);
        assertThat(stuck.waited()).isEqualTo(3);
        assertThat(stuck.lastEcho()).contains(OLD);
    }

    @Test
    void shouldBeFreedByAnEchoHoweverLate() {
        // Given
        Confirmation stuck = stuck();

        // Then
        assertThat(heard(stuck, NEW, echo(OLD), MIXED, Echo.silent()).state()).isEqualTo(State.STUCK);
        assertThat(heard(stuck, NEW, echo(NEW)).state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void shouldDriftWhenAnotherHashIsEchoedWhileNothingIsAwaited() {
        // When
        Confirmation drifted = heard(confirmed(), OLD, echo(NEW));

        // Then
        assertThat(drifted.state()).isEqualTo(State.DRIFTED);
        assertThat(drifted.lastEcho()).contains(NEW);
        assertThat(heard(drifted, OLD, Echo.silent(), MIXED, echo("third")).state())
                .isEqualTo(State.DRIFTED);
        assertThat(heard(drifted, OLD, echo(OLD)).state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void shouldNotDriftBySilenceNorByAMixedEcho() {
        assertThat(heard(confirmed(), OLD, Echo.silent(), MIXED).state()).isEqualTo(State.CONFIRMED);
        assertThat(heard(confirmed(), OLD, MIXED).lastEcho()).contains(OLD);
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"PENDING", "CONFIRMED", "STUCK", "DRIFTED"})
    void shouldAwaitValuesOfACommandFromEveryState(State state) {
        // When
        Confirmation unknown = in(state).changed(OptionalInt.empty(), "given");
        Confirmation known = in(state).changed(OptionalInt.empty(), OLD);

        // Then
        assertThat(unknown.state()).isEqualTo(State.PENDING);
        assertThat(unknown.changedBy()).isEmpty();
        assertThat(unknown.waited()).isZero();
        assertThat(known.state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void shouldGiveABotThatBeginsToEchoLateAsLongAsAnyOther() {
        // Given
        Confirmation silent = Confirmation.initial(RULES).changed(OptionalInt.of(1), NEW);

        // Then
        assertThat(heard(silent, NEW, echo(OLD)).state()).isEqualTo(State.PENDING);
        assertThat(heard(silent, NEW, Echo.silent(), echo(OLD)).state()).isEqualTo(State.PENDING);
        assertThat(heard(silent, NEW, Echo.silent(), echo(OLD), echo(OLD)).state())
                .isEqualTo(State.STUCK);
        assertThat(heard(silent, NEW, Echo.silent(), Echo.silent(), echo(OLD)).state())
                .isEqualTo(State.DRIFTED);
        assertThat(heard(silent, NEW, Echo.silent(), Echo.silent(), Echo.silent(), echo(NEW))
                        .state())
                .isEqualTo(State.CONFIRMED);
    }

    @Test
    void shouldBeOffPolicyForGoodWhereAnotherConfigurationDecided() {
        // When
        Confirmation drifted = heard(confirmed(), OLD, OTHER, echo(NEW));
        Confirmation first = heard(Confirmation.initial(OTHER), OLD, OTHER, echo(NEW));
        Confirmation stuck =
                heard(confirmed().changed(OptionalInt.of(1), NEW), NEW, OTHER, echo(OLD), echo(OLD), echo(OLD));

        // Then
        assertThat(Stream.of(drifted, first, stuck))
                .extracting(Confirmation::state)
                .containsOnly(State.OFF_POLICY);
        assertThat(heard(drifted, OLD, OTHER, echo(OLD))).isEqualTo(drifted);
        assertThat(drifted.changed(OptionalInt.of(9), NEW)).isEqualTo(drifted);
    }

    @Test
    void shouldListenToNothingWhereEchoesAreOfAnotherTuner() {
        // Given
        EchoRules ignoring = new EchoRules(true, false, 3);

        // Then
        assertThat(heard(Confirmation.initial(ignoring), OLD, ignoring, echo(OLD), echo(NEW)))
                .isEqualTo(Confirmation.initial(ignoring));
    }

    @Test
    void shouldRefuseToWaitForNoIteration() {
        assertThat(new EchoRules(false, false, 1).confirmWithin()).isEqualTo(1);
        assertThatThrownBy(() -> new EchoRules(false, false, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("confirm_within_iterations: 0 is below 1");
    }

    private static Confirmation in(State state) {
        return switch (state) {
            case PENDING -> confirmed().changed(OptionalInt.of(5), NEW);
            case CONFIRMED -> confirmed();
            case STUCK -> stuck();
            case DRIFTED -> heard(heard(confirmed(), OLD, echo(NEW)), "third", echo(OLD));
            case UNVERIFIED, OFF_POLICY -> throw new IllegalArgumentException(state.name());
        };
    }

    private static Confirmation confirmed() {
        return heard(Confirmation.initial(RULES), OLD, echo(OLD));
    }

    private static Confirmation stuck() {
        return heard(confirmed().changed(OptionalInt.of(5), NEW), NEW, echo(OLD), echo(OLD), echo(OLD));
    }

    private static Echo echo(String hash) {
        return new Echo(Optional.of(hash), false);
    }

    private static Confirmation heard(Confirmation confirmation, String expected, Echo... echoes) {
        return heard(confirmation, expected, RULES, echoes);
    }

    private static Confirmation heard(Confirmation confirmation, String expected, EchoRules rules, Echo... echoes) {
        Confirmation after = confirmation;
        for (Echo echo : echoes) {
            after = after.after(echo, expected, rules);
        }
        return after;
    }
}
