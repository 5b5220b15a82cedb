package io.soakstream.notifier.domain;

import static io.soakstream.notifier.domain.Telling.leads;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TransitionsTest {
    private final Telling run = new Telling();

    @Test
    void shouldTellOfEveryChangeOnce() {
        // When
        List<Candidate> told = run.on(
                Verdicts.of(1, Level.INCONCLUSIVE),
                Verdicts.of(2, Level.INCONCLUSIVE),
                Verdicts.of(3, Level.FAIL),
                Verdicts.of(4, Level.FAIL),
                Verdicts.of(5, Level.WARN),
                Verdicts.ready(6),
                Verdicts.ready(7),
                Verdicts.last("release", 7, Level.PASS));

        // Then
        assertThat(leads(told))
                .containsExactly(
                        Event.RUN_STARTED,
                        Event.VERDICT_CHANGED,
                        Event.RECOVERED,
                        Event.RECOVERED,
                        Event.FREEZE_READY_LOST);
        assertThat(told.get(3).notice().events()).containsExactly(Event.RECOVERED, Event.FREEZE_READY);
        assertThat(told.get(4).notice().events()).contains(Event.RUN_ENDED);
        assertThat(run.state()).get().matches(RunState::isOver);
    }

    @Test
    void shouldSayFromWhenThePreviousVerdictHeld() {
        // When
        List<Candidate> told =
                run.on(Verdicts.of(1, Level.FAIL), Verdicts.of(2, Level.FAIL), Verdicts.of(3, Level.PASS));

        // Then
        Notice recovery = told.get(1).notice();
        assertThat(recovery.previous()).contains(Level.FAIL);
        assertThat(recovery.sinceIteration()).contains(1);
        assertThat(recovery.severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void shouldNotTakeTheLossOfDataForARecovery() {
        // When
        List<Candidate> told = run.on(Verdicts.of(1, Level.FAIL), Verdicts.of(2, Level.INCONCLUSIVE));

        // Then
        assertThat(leads(told)).containsExactly(Event.VERDICT_CHANGED, Event.VERDICT_CHANGED);
        assertThat(told.get(1).notice().severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void shouldTellOfAStallAndItsEnd() {
        // When
        List<Candidate> told =
                run.on(Verdicts.of(1, Level.INCONCLUSIVE), Verdicts.stalled(1), Verdicts.of(2, Level.INCONCLUSIVE));

        // Then
        assertThat(leads(told)).containsExactly(Event.RUN_STARTED, Event.STALLED, Event.RESUMED);
    }

    @Test
    void shouldKeepPoliciesApart() {
        // When
        List<Candidate> told = run.on(
                Verdicts.of("release", 1, Level.PASS),
                Verdicts.of("snapshot", 1, Level.PASS),
                Verdicts.of("release", 2, Level.PASS),
                Verdicts.of("snapshot", 2, Level.FAIL));

        // Then
        assertThat(leads(told)).containsExactly(Event.RUN_STARTED, Event.VERDICT_CHANGED);
        assertThat(told.get(1).notice().policy()).contains("snapshot");
        assertThat(told.get(1).notice().standings()).containsExactly("release: PASS since iteration 1");
    }

    @Test
    void shouldNeverTellOfAReplay() {
        // Given
        run.on(Telling.command(CommandFacts.Kind.ROLLBACK, Optional.empty()));

        // When
        List<Candidate> told = run.on(Verdicts.ofReplay(1, Level.FAIL), Verdicts.ofReplay(2, Level.PASS));

        // Then
        assertThat(told).isEmpty();
        assertThat(run.state()).isEmpty();
    }

    @Test
    void shouldHoldWhatCameBeforeTheFirstVerdict() {
        // Given
        List<Candidate> early = run.on(Telling.stuck());

        // When
        List<Candidate> told = run.on(Verdicts.of(1, Level.PASS), Verdicts.of(2, Level.PASS));

        // Then
        assertThat(early).isEmpty();
        assertThat(leads(told)).containsExactly(Event.RUN_STARTED, Event.STUCK);
    }

    @Test
    void shouldRemindOnceInAnInterval() {
        // Given
        int perInterval = (int) (TellingRules.defaults().repeatIntervalMs() / Verdicts.PERIOD_MS);
        run.on(Verdicts.of(1, Level.FAIL));

        // When
        List<Candidate> told = IntStream.rangeClosed(2, 2 * perInterval + 1)
                .boxed()
                .flatMap(iteration -> run.on(Verdicts.of(iteration, Level.FAIL)).stream())
                .toList();

        // Then
        assertThat(leads(told)).containsExactly(Event.REMINDER, Event.REMINDER);
        assertThat(told.get(0).notice().iteration()).contains(1 + perInterval);
    }

    @Test
    void shouldNotRemindWhatIsAcknowledgedUntilItChanges() {
        // Given
        int perInterval = (int) (TellingRules.defaults().repeatIntervalMs() / Verdicts.PERIOD_MS);
        run.on(Verdicts.of(1, Level.FAIL));
        run.on(Telling.command(CommandFacts.Kind.ACKNOWLEDGE, Optional.empty()));

        // When
        List<Candidate> told = run.on(
                Verdicts.of(1 + perInterval, Level.FAIL),
                Verdicts.of(2 + perInterval, Level.WARN),
                Verdicts.of(3 + 2 * perInterval, Level.WARN));

        // Then
        assertThat(leads(told)).containsExactly(Event.RECOVERED, Event.REMINDER);
    }
}
