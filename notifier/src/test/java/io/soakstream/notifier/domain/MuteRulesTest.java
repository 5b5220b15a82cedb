package io.soakstream.notifier.domain;

import static io.soakstream.notifier.domain.Telling.leads;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MuteRulesTest {
    private static final long NOW_MS = Verdicts.timeMs(0);

    @Test
    void shouldKeepQuietUntilASilenceEndsAndTellThen() {
        // Given
        Telling run = new Telling().at(NOW_MS);
        run.on(Verdicts.of(1, Level.PASS));
        run.on(Telling.command(CommandFacts.Kind.SILENCE, Optional.of(NOW_MS + 1000)));

        // When
        List<Candidate> silenced = run.on(Verdicts.of(2, Level.FAIL), Verdicts.of(3, Level.FAIL));
        List<Candidate> after = run.at(NOW_MS + 1000).on(Verdicts.of(4, Level.FAIL), Verdicts.of(5, Level.FAIL));

        // Then
        assertThat(silenced).extracting(Candidate::muted).containsExactly(Optional.of(SkipReason.SILENCED));
        assertThat(after).extracting(Candidate::muted).containsExactly(Optional.empty());
    }

    @Test
    void shouldTellOnceWhatASilenceLeftUntold() {
        // Given
        Telling run = new Telling().at(NOW_MS);
        run.on(Verdicts.of(1, Level.FAIL));
        run.on(Telling.command(CommandFacts.Kind.SILENCE, Optional.of(NOW_MS + 1000)));
        List<Candidate> silenced = run.on(Verdicts.of(2, Level.PASS), Verdicts.ready(3), Verdicts.ready(4));

        // When
        List<Candidate> after = run.at(NOW_MS + 1000).on(Verdicts.ready(5), Verdicts.ready(6));

        // Then
        assertThat(silenced)
                .hasSize(2)
                .allMatch(candidate -> candidate.muted().equals(Optional.of(SkipReason.SILENCED)));
        assertThat(after).hasSize(1);
        assertThat(after.get(0).muted()).isEmpty();
        assertThat(after.get(0).notice().events()).containsExactly(Event.RECOVERED, Event.FREEZE_READY);
        assertThat(after.get(0).notice().previous()).contains(Level.FAIL);
        assertThat(after.get(0).notice().sinceIteration()).contains(1);
    }

    @Test
    void shouldTellNothingAfterASilenceWhenAllIsAsItWas() {
        // Given
        Telling run = new Telling().at(NOW_MS);
        run.on(Verdicts.ready(1));
        run.on(Telling.command(CommandFacts.Kind.SILENCE, Optional.of(NOW_MS + 1000)));
        run.on(Verdicts.of(2, Level.FAIL), Verdicts.ready(3));

        // When
        List<Candidate> after = run.at(NOW_MS + 1000).on(Verdicts.ready(4), Verdicts.ready(5));

        // Then
        assertThat(after).isEmpty();
    }

    @Test
    void shouldNotSilenceAFailureWithoutAnEnd() {
        // Given
        Telling run = new Telling();
        run.on(Verdicts.of(1, Level.PASS));
        run.on(Telling.command(CommandFacts.Kind.SILENCE, Optional.empty()));

        // When
        List<Candidate> told = run.on(Verdicts.of(2, Level.WARN), Verdicts.of(3, Level.FAIL));

        // Then
        assertThat(told)
                .extracting(Candidate::muted)
                .containsExactly(Optional.of(SkipReason.SILENCED), Optional.empty());
    }

    @Test
    void shouldTellOfARollbackInMaintenance() {
        // Given
        Telling run = new Telling(new Maintenance(NOW_MS - 1, NOW_MS + 1, "venue")).at(NOW_MS);

        // When
        List<Candidate> muted = run.on(Verdicts.of(1, Level.FAIL));
        List<Candidate> told = run.on(Telling.command(CommandFacts.Kind.ROLLBACK, Optional.empty()));

        // Then
        assertThat(muted).extracting(Candidate::muted).containsExactly(Optional.of(SkipReason.MAINTENANCE));
        assertThat(told).extracting(Candidate::muted).containsExactly(Optional.empty());
        assertThat(told.get(0).notice().notes().get(0)).isEqualTo("alice: silence (venue maintenance)");
    }

    @Test
    void shouldMuteWarningsOfOtherPoliciesWhileOneFails() {
        // Given
        Telling run = new Telling();
        run.on(Verdicts.of("release", 1, Level.PASS), Verdicts.of("snapshot", 1, Level.PASS));

        // When
        List<Candidate> told = run.on(
                Verdicts.of("release", 2, Level.FAIL),
                Verdicts.of("snapshot", 2, Level.WARN),
                Verdicts.of("release", 3, Level.PASS),
                Verdicts.of("snapshot", 3, Level.WARN));

        // Then
        assertThat(told)
                .extracting(Candidate::muted)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(SkipReason.INHIBITED_BY_FAIL),
                        Optional.empty(),
                        Optional.empty());
    }

    @Test
    void shouldSayOnceThatAVerdictFlapsAndWhenItSettles() {
        // Given
        Telling run = new Telling();
        List<Candidate> told = new ArrayList<>(run.on(Verdicts.of(0, Level.PASS)));

        // When
        for (int iteration = 1; iteration <= 8; iteration++) {
            told.addAll(run.on(Verdicts.of(iteration, iteration % 2 == 1 ? Level.WARN : Level.PASS)));
        }
        for (int iteration = 9; iteration <= 20; iteration++) {
            told.addAll(run.on(Verdicts.of(iteration, Level.PASS)));
        }

        // Then
        List<Candidate> sent =
                told.stream().filter(candidate -> candidate.muted().isEmpty()).toList();
        assertThat(leads(sent))
                .containsExactly(
                        Event.RUN_STARTED,
                        Event.VERDICT_CHANGED,
                        Event.RECOVERED,
                        Event.VERDICT_CHANGED,
                        Event.RECOVERED,
                        Event.VERDICT_CHANGED,
                        Event.SETTLED);
        assertThat(sent.get(5).notice().events()).contains(Event.FLAPPING);
    }

    @Test
    void shouldTellOfAMoveToFailWhileItFlaps() {
        // Given
        Telling run = new Telling();
        for (int iteration = 0; iteration <= 6; iteration++) {
            run.on(Verdicts.of(iteration, iteration % 2 == 1 ? Level.WARN : Level.PASS));
        }

        // When
        List<Candidate> told = run.on(Verdicts.of(7, Level.FAIL));

        // Then
        assertThat(told).extracting(Candidate::muted).containsExactly(Optional.empty());
    }
}
