package io.soakstream.tuner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.Confirmation.State;
import io.soakstream.schemas.projection.Echo;
import io.soakstream.schemas.projection.Outcome;
import io.soakstream.tuner.config.TunerConfig;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bot's echo has to do with what is applied. Every iteration proposes something. */
class ConfirmedOutcomesTest {
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();
    private static final String START = Overrides.start(CATALOGUE).stateHash();
    private static final Overrides GIVEN =
            Overrides.startingFrom(CATALOGUE, Map.of("tail_age_ms", new BigDecimal("650")));

    private final DomainRun run = new DomainRun(TunerConfig.defaults());

    @Test
    void shouldApplyAgainOnlyWhatIsConfirmed() {
        // Given
        run.send(RunEvents.started(Map.of()));

        // When
        Decision first = iteration(1, START);
        Decision waiting = iteration(2, START);
        Decision mixed =
                run.decide(RunEvents.iteration(3, RunEvents.risky(), new Echo(Optional.of(first.resultHash()), true)));
        Decision confirmed = iteration(4, first.resultHash());

        // Then
        assertApplied(first);
        assertSkipped(waiting, "awaiting_confirmation");
        assertSkipped(mixed, "awaiting_confirmation");
        assertApplied(confirmed);
        assertThat(waiting.resultHash()).isEqualTo(waiting.baseHash()).isEqualTo(first.resultHash());
    }

    @Test
    void shouldBeStuckAfterExactlyThreeFurtherIterations() {
        // Given
        run.send(RunEvents.started(Map.of()));
        Decision applied = iteration(1, START);

        // When
        List<String> reasons = List.of(
                reason(iteration(2, START)),
                reason(iteration(3, START)),
                reason(iteration(4, START)),
                reason(iteration(5, START)));
        Decision late = iteration(6, applied.resultHash());

        // Then
        assertThat(reasons).containsExactly("awaiting_confirmation", "awaiting_confirmation", "stuck", "stuck");
        assertApplied(late);
    }

    @Test
    void shouldWaitAsLongAsTheRunDeclares() {
        // Given
        run.send(RunEvents.started(RunMode.SIMULATED, TuningMode.OWN, Optional.empty(), OptionalInt.of(1)));
        iteration(1, START);

        // Then
        assertSkipped(iteration(2, START), "stuck");
    }

    @Test
    void shouldNotTuneABotThatRunsWithOtherValues() {
        // Given
        run.send(RunEvents.started(Map.of()));

        // When
        Decision wrongStart = iteration(1, "another");
        Decision silent = run.decide(RunEvents.iteration(2, RunEvents.risky()));
        Decision right = iteration(3, START);

        // Then
        assertSkipped(wrongStart, "stale_base");
        assertSkipped(silent, "stale_base");
        assertApplied(right);
    }

    @Test
    void shouldSeeThatAConfirmedBotWasRestarted() {
        // Given
        run.send(RunEvents.started(Map.of()));
        Decision applied = iteration(1, START);
        run.decide(RunEvents.iteration(2, RunEvents.quiet(), RunEvents.echo(applied.resultHash())));

        // Then
        assertSkipped(iteration(3, START), "stale_base");
        assertApplied(iteration(4, applied.resultHash()));
    }

    @ParameterizedTest
    @CsvSource({"REBASE, 2", "REBASE, 5", "ROLLBACK, 2", "ROLLBACK, 5"})
    void shouldStartAfreshFromGivenValues(Command.Action action, int iterationsBefore) {
        // Given
        run.send(RunEvents.started(Map.of()));
        for (int number = 1; number <= iterationsBefore; number++) {
            iteration(number, START);
        }

        // When
        Decision given = run.decide(RunEvents.command("c1", action, GIVEN.values(), Set.of()));
        Decision waiting = iteration(iterationsBefore + 1, START);
        Decision confirmed = iteration(iterationsBefore + 2, GIVEN.stateHash());

        // Then
        assertApplied(given);
        assertThat(given.resultHash()).isEqualTo(GIVEN.stateHash());
        assertSkipped(waiting, "awaiting_confirmation");
        assertApplied(confirmed);
        assertThat(confirmed.baseHash()).isEqualTo(GIVEN.stateHash());
    }

    @Test
    void shouldTakeADriftedBotAsItIsByARebase() {
        // Given
        run.send(RunEvents.started(Map.of()));
        assertSkipped(iteration(1, GIVEN.stateHash()), "stale_base");

        // When
        Decision rebased = run.decide(RunEvents.command("c1", Command.Action.REBASE, GIVEN.values(), Set.of()));

        // Then
        assertThat(state(rebased)).isEqualTo(State.CONFIRMED);
        assertApplied(iteration(2, GIVEN.stateHash()));
    }

    @Test
    void shouldTuneABotThatNeverEchoesUnverified() {
        // Given
        run.send(RunEvents.started(Map.of()));

        // Then
        for (int number = 1; number <= 3; number++) {
            Decision decision = run.decide(RunEvents.iteration(number, RunEvents.risky()));
            assertApplied(decision);
            assertThat(state(decision)).isEqualTo(State.UNVERIFIED);
        }
    }

    @Test
    void shouldWaitForABotThatBeginsToEcho() {
        // Given
        run.send(RunEvents.started(Map.of()));
        assertApplied(run.decide(RunEvents.iteration(1, RunEvents.risky())));

        // Then
        assertSkipped(iteration(2, START), "awaiting_confirmation");
    }

    @ParameterizedTest
    @CsvSource({"RECORDED", "SHADOW"})
    void shouldNotListenWhereTheEchoIsOfAnotherTuner(RunMode mode) {
        // Given
        run.send(RunEvents.started(mode, TuningMode.OWN, Optional.empty(), OptionalInt.empty()));

        // Then
        Decision first = iteration(1, "another");
        assertApplied(first);
        assertApplied(iteration(2, "another"));
        assertThat(state(first)).isEqualTo(State.UNVERIFIED);
    }

    @Test
    void shouldListenToNobodyInJudgeMode() {
        // Given
        run.send(RunEvents.started(RunMode.LIVE, TuningMode.RECORDED, Optional.empty(), OptionalInt.empty()));

        // Then
        assertThat(state(iteration(1, START))).isEqualTo(State.UNVERIFIED);
    }

    @Test
    void shouldGoOnOffPolicyWhereAnotherConfigurationDecided() {
        // Given
        run.send(RunEvents.started(RunMode.LIVE, TuningMode.OWN, Optional.of("other"), OptionalInt.empty()));
        assertApplied(iteration(1, START));

        // When
        Decision same = iteration(2, "other");
        iteration(3, "other");
        Decision lost = iteration(4, "other");

        // Then
        assertThat(state(same)).isEqualTo(State.PENDING);
        assertThat(state(lost)).isEqualTo(State.OFF_POLICY);
        assertApplied(lost);
        assertThat(state(iteration(5, lost.resultHash()))).isEqualTo(State.OFF_POLICY);
    }

    @Test
    void shouldBeStuckAsEverWhereItsOwnConfigurationDecided() {
        // Given
        String own = TunerConfig.defaults().digest();
        run.send(RunEvents.started(RunMode.LIVE, TuningMode.OWN, Optional.of(own), OptionalInt.empty()));

        // Then
        assertSkipped(iteration(1, "other"), "stale_base");
    }

    @Test
    void shouldHearTheLastEchoOfTheEnd() {
        // Given
        run.send(RunEvents.started(Map.of()));
        Decision applied = iteration(1, START);

        // When
        Decision ended = run.decide(
                new RunEvent.Ended(RunEvents.START_MS, RunEvents.echo(applied.resultHash()), OptionalInt.empty()));

        // Then
        assertThat(state(ended)).isEqualTo(State.CONFIRMED);
    }

    @Test
    void shouldLeaveOpenWhatTheEndDoesNotConfirm() {
        // Given
        run.send(RunEvents.started(Map.of()));
        iteration(1, START);

        // Then
        assertThat(state(run.decide(RunEvents.ended()))).isEqualTo(State.PENDING);
    }

    @Test
    void shouldOnlyProposeWithAutoTuningOff() {
        // Given
        run.send(RunEvents.started(RunMode.LIVE, OptionalInt.of(1), false, Map.of(), List.of()));

        // Then
        assertSkipped(iteration(1, "another"), "auto_tune_off");
        run.decide(RunEvents.command("c1", Command.Action.AUTO_TUNE_ON, Map.of(), Set.of()));
        assertSkipped(iteration(2, "another"), "stale_base");
        assertSkipped(iteration(3, START), "final_iteration");
    }

    @Test
    void shouldApplyNothingInTheFinalIteration() {
        // Given
        run.send(RunEvents.started(RunMode.LIVE, OptionalInt.of(2), true, Map.of(), List.of()));

        // Then
        assertApplied(run.decide(RunEvents.iteration(1, RunEvents.risky())));
        assertSkipped(run.decide(RunEvents.iteration(2, RunEvents.risky())), "final_iteration");
    }

    private Decision iteration(int number, String echoed) {
        return run.decide(RunEvents.iteration(number, RunEvents.risky(), RunEvents.echo(echoed)));
    }

    private static String reason(Decision decision) {
        return decision.resolution().reason().orElseThrow();
    }

    private static State state(Decision decision) {
        return decision.projection().confirmation().state();
    }

    private static void assertApplied(Decision decision) {
        assertThat(decision.resolution().outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(decision.resultHash()).isNotEqualTo(decision.baseHash());
    }

    private static void assertSkipped(Decision decision, String reason) {
        assertThat(decision.resolution().outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(decision.resolution().reason()).contains(reason);
    }
}
