package io.soakstream.tuner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.Echo;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.domain.guard.GuardMemory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoundedStateTest {
    private static final List<Map<Kpi, Double>> KINDS = List.of(
            RunEvents.good(),
            RunEvents.risky(),
            RunEvents.quiet(),
            RunEvents.kpis(2.8, 0.3, 0.6, 200.0, 1.0, 1.0),
            RunEvents.kpis(-1.0, 0.5, 0.9, 365.0, 4.0, 3.0));

    /** A second apart, so that no window of time forgets anything. */
    @Test
    void shouldStaySmallOverThousandsOfEvents() {
        // Given
        DomainRun run = new DomainRun(TunerConfig.defaults());
        run.send(RunEvents.started(Map.of()));

        for (int i = 1; i <= 5000; i++) {
            // When
            run.decide(iteration(i));
            if (i % 10 == 0) {
                run.decide(command(i));
            }

            // Then
            RunState state = run.state().orElseThrow();
            GuardMemory guards = run.guards().orElseThrow();
            assertThat(guards.history().size()).isLessThanOrEqualTo(128);
            assertThat(guards.states().size()).isLessThanOrEqualTo(5);
            assertThat(guards.cooling().size()).isLessThanOrEqualTo(8);
            assertThat(state.running().commands().seen().size()).isLessThanOrEqualTo(64);
            assertThat(state.recent().size()).isLessThanOrEqualTo(64);
            assertThat(state.window().points().size()).isLessThanOrEqualTo(8);
        }
    }

    private static RunEvent.Control command(int number) {
        Command command = new Command(
                "c" + number, Command.Action.SILENCE, Map.of(), Set.of(), OptionalInt.empty(), Optional.empty());
        return RunEvents.command(command, number, Optional.empty());
    }

    private static RunEvent.Iteration iteration(int number) {
        Map<Kpi, Double> kpis = KINDS.get(number / 7 % KINDS.size());
        return new RunEvent.Iteration(
                RunEvents.START_MS + number * 1000L,
                Optional.empty(),
                new KpiPoint(number, kpis),
                number,
                Map.of(),
                Echo.silent(),
                Optional.empty());
    }
}
