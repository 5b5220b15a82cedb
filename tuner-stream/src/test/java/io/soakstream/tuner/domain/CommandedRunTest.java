package io.soakstream.tuner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Command.Action;
import io.soakstream.schemas.projection.Outcome;
import io.soakstream.schemas.projection.Resolution;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.domain.guard.GuardMemory;
import io.soakstream.tuner.domain.guard.GuardSignal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What commands that were obeyed change. */
class CommandedRunTest {
    private static final Overrides START = Overrides.start(ParameterCatalogue.standard());

    private final DomainRun run = new DomainRun(TunerConfig.defaults());

    @Test
    void shouldFreezeEverythingFromTheNextIterationOn() {
        // Given
        run.send(RunEvents.started(Map.of()));

        // When
        Decision command = run.command("c1", Action.FREEZE);
        Decision frozen = run.risky(1);
        Decision lifted = run.command("c2", Action.UNFREEZE);
        Decision free = run.risky(2);

        // Then
        assertThat(command.resolution()).isEqualTo(Resolution.noOp("no_change"));
        assertThat(command.guarded().signals()).isEmpty();
        assertThat(frozen.resolution()).isEqualTo(Resolution.skipped("freeze"));
        assertThat(frozen.guarded().dropped().keySet())
                .containsExactly("impact_cap_ratio", "min_interval_ms", "tail_age_ms");
        assertThat(signal(frozen).debounced()).isTrue();
        assertThat(signal(frozen).concerned()).isEmpty();
        assertThat(lifted.commandRefusal()).isEmpty();
        assertThat(free.resolution().outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(signal(free).debounced()).isFalse();
    }

    @Test
    void shouldFreezeASubsystem() {
        // Given
        run.send(RunEvents.started(Map.of()));

        // When
        run.command("c1", Action.FREEZE, "rebid");
        Decision partly = run.risky(1);
        run.command("c2", Action.UNFREEZE, "rescue_taker");
        Decision still = run.risky(2);
        run.command("c3", Action.UNFREEZE, "rebid");
        Decision free = run.risky(3);

        // Then
        assertThat(partly.guarded().dropped()).containsOnlyKeys("min_interval_ms");
        assertThat(partly.guarded().remaining()).containsOnlyKeys("impact_cap_ratio", "tail_age_ms");
        assertThat(signal(partly).debounced()).isTrue();
        assertThat(signal(partly).concerned()).containsExactly("rebid");
        assertThat(still.guarded().dropped()).containsOnlyKeys("min_interval_ms");
        assertThat(free.guarded().dropped()).isEmpty();
    }

    @Test
    void shouldNotLiftATotalFreezeByNamingASubsystem() {
        // Given
        run.send(RunEvents.started(Map.of()));
        run.command("c1", Action.FREEZE);
        run.command("c2", Action.FREEZE, "rebid");

        // When
        run.command("c3", Action.UNFREEZE, "rebid");
        Decision frozen = run.risky(1);
        run.command("c4", Action.FREEZE, "rebid");
        run.command("c5", Action.UNFREEZE);
        Decision free = run.risky(2);

        // Then
        assertThat(frozen.resolution()).isEqualTo(Resolution.skipped("freeze"));
        assertThat(free.guarded().dropped()).isEmpty();
    }

    @Test
    void shouldClearWhatCountsMovesWithGivenValues() {
        // Given
        run.send(RunEvents.started(Map.of()));
        run.risky(1);
        run.risky(2);
        run.risky(3);
        GuardMemory moved = run.guards().orElseThrow();

        // When
        run.decide(RunEvents.command("c1", Action.ROLLBACK, START.values(), Set.of()));
        GuardMemory cleared = run.guards().orElseThrow();

        // Then
        assertThat(moved.appliedInARow()).isEqualTo(3);
        assertThat(moved.history()).hasSize(3);
        assertThat(cleared.appliedInARow()).isZero();
        assertThat(cleared.history()).isEmpty();
        assertThat(cleared.cooling()).isEmpty();
        assertThat(cleared.states()).hasSize(4).startsWith(START.stateHash()).doesNotHaveDuplicates();
    }

    /** Without the command the fourth would be too much; with it the way there is one the run has just come. */
    @Test
    void shouldNotLeadBackToAStateThatACommandHasLeft() {
        // Given
        run.send(RunEvents.started(Map.of()));
        Decision first = run.risky(1);

        // When
        run.decide(RunEvents.command("c1", Action.ROLLBACK, START.values(), Set.of()));
        Decision again = run.risky(2);

        // Then
        assertThat(again.proposal().byParameter()).isEqualTo(first.proposal().byParameter());
        assertThat(again.resolution()).isEqualTo(Resolution.skipped("oscillation"));
        assertThat(again.guarded().dropped().keySet())
                .isEqualTo(again.proposal().byParameter().keySet());
    }

    @Test
    void shouldEndACooldownWithGivenValues() {
        // Given
        run.send(RunEvents.started(Map.of()));
        Map<Kpi, Double> boost = RunEvents.kpis(2.8, 0.38, 0.6, 200.0, 1.0, 1.0);
        Decision large = run.decide(RunEvents.iteration(1, boost));
        GuardMemory cooling = run.guards().orElseThrow();

        // When
        run.decide(RunEvents.command(
                "c1", Action.REBASE, large.projection().overrides().values(), Set.of()));

        // Then
        assertThat(cooling.cooling()).containsKey("min_interval_ms");
        assertThat(run.guards().orElseThrow().cooling()).isEmpty();
    }

    @Test
    void shouldKeepWhatIsFrozenWithGivenValues() {
        // Given
        run.send(RunEvents.started(Map.of()));
        run.command("c1", Action.FREEZE);

        // When
        run.decide(RunEvents.command("c2", Action.ROLLBACK, START.values(), Set.of()));

        // Then
        assertThat(run.risky(1).resolution()).isEqualTo(Resolution.skipped("freeze"));
    }

    private static GuardSignal signal(Decision decision) {
        List<GuardSignal> signals = decision.guarded().signals().stream()
                .filter(signal -> signal.guard().equals(GuardSignal.TOTAL_FREEZE))
                .toList();
        return signals.get(0);
    }
}
