package io.soakstream.notifier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private static Route route(String receiver, String bots, Severity least, Map<Event, Volume> volumes) {
        return new Route(receiver, Profile.TRANSITIONS, new Glob(bots), Glob.ANY, Glob.ANY, least, volumes);
    }

    private static Candidate candidate(VerdictFacts verdict) {
        return new Telling().on(verdict).get(0);
    }

    @Test
    void shouldChooseByBotAndSeverity() {
        // Given
        Routes routes = new Routes(List.of(
                route("all", "*", Severity.INFO, Map.of()),
                route("others", "x*", Severity.INFO, Map.of()),
                route("oncall", "m*", Severity.CRITICAL, Map.of())));

        // When
        List<Planned> warned = routes.plan(candidate(Verdicts.of(1, Level.WARN)));

        // Then
        assertThat(warned).extracting(Planned::receiver).containsExactly("all", "oncall");
        assertThat(warned.get(1).skipped()).contains(SkipReason.BELOW_SEVERITY);
    }

    @Test
    void shouldBeAsLoudAsTheLoudestEventAndTurnOffWhatIsOff() {
        // Given
        Routes routes = new Routes(List.of(
                route("a", "*", Severity.INFO, Map.of()),
                route("b", "*", Severity.INFO, Map.of(Event.RUN_STARTED, Volume.OFF))));

        // When
        List<Planned> started = routes.plan(candidate(Verdicts.of(1, Level.PASS)));
        List<Planned> failed = routes.plan(candidate(Verdicts.of(1, Level.FAIL)));

        // Then
        assertThat(started.get(0).silent()).isTrue();
        assertThat(started.get(1).skipped()).contains(SkipReason.TURNED_OFF);
        assertThat(failed.get(0).silent()).isFalse();
        assertThat(failed.get(1).skipped()).isEmpty();
    }

    @Test
    void shouldTellAReceiverOnceThoughTwoRoutesLeadThere() {
        // Given
        Routes routes = new Routes(
                List.of(route("a", "*", Severity.CRITICAL, Map.of()), route("a", "*", Severity.INFO, Map.of())));

        // When
        List<Planned> planned = routes.plan(candidate(Verdicts.of(1, Level.WARN)));

        // Then
        assertThat(planned).hasSize(1).extracting(Planned::skipped).containsExactly(Optional.empty());
    }
}
