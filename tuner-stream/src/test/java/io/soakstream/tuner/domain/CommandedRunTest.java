package io.soakstream.tuner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.Command.Action;
import io.soakstream.schemas.projection.Outcome;
import io.soakstream.schemas.projection.Resolution;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.domain.guard.GuardMemory;
import io.soakstream.tuner.domain.guard.GuardSignal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Commands that were admitted, and what they change. */
class CommandedRunTest {
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();
    private static final Overrides START = Overrides.start(CATALOGUE);

    private final DomainRun run = new DomainRun(TunerConfig.defaults());

    @Test
    void shouldFreezeEverythingFromTheNextIterationOn() {
        // Given
        started();

        // When
        Decision command = command("c1", Action.FREEZE);
        Decision frozen = risky(1);
        Decision lifted = command("c2", Action.UNFREEZE);
        Decision free = risky(2);

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
        started();

        // When
        command("c1", Action.FREEZE, "rebid");
        Decision partly = risky(1);
        command("c2", Action.UNFREEZE, "rescue_taker");
        Decision still = risky(2);
        command("c3", Action.UNFREEZE, "rebid");
        Decision free = risky(3);

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
        started();
        command("c1", Action.FREEZE);
        command("c2", Action.FREEZE, "rebid");

        // When
        command("c3", Action.UNFREEZE, "rebid");
        Decision frozen = risky(1);
        command("c4", Action.FREEZE, "rebid");
        command("c5", Action.UNFREEZE);
        Decision free = risky(2);

        // Then
        assertThat(frozen.resolution()).isEqualTo(Resolution.skipped("freeze"));
        assertThat(free.guarded().dropped()).isEmpty();
    }

    @Test
    void shouldSayWhyACommandIsNotObeyedAndChangeNothing() {
        // Given
        started();
        risky(1);
        GuardMemory before = run.guards().orElseThrow();

        // When
        Decision refused = command("c1", Action.FREEZE, "edge");
        Decision incomplete = run.decide(RunEvents.command("c2", Action.REBASE, Map.of(), Set.of()));

        // Then
        assertThat(refused.commandRefusal()).contains("edge_never_frozen");
        assertThat(refused.resolution()).isEqualTo(Resolution.noOp("no_change"));
        assertThat(incomplete.commandRefusal()).contains("incomplete_values");
        assertThat(incomplete.resultHash()).isEqualTo(incomplete.baseHash());
        assertThat(run.guards()).contains(before);
    }

    @Test
    void shouldGoByTheLatestIterationAndTheBaseOfTheCommand() {
        // Given
        started();
        risky(1);
        Command late = new Command("c1", Action.FREEZE, Map.of(), Set.of(), OptionalInt.of(0), Optional.empty());
        Command moved =
                new Command("c2", Action.FREEZE, Map.of(), Set.of(), OptionalInt.of(1), Optional.of(START.stateHash()));

        // Then
        assertThat(decide(late).commandRefusal()).contains("out_of_date");
        assertThat(decide(moved).commandRefusal()).contains("base_moved");
    }

    @Test
    void shouldClearWhatCountsMovesWithGivenValues() {
        // Given
        started();
        risky(1);
        risky(2);
        risky(3);
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
        started();
        Decision first = risky(1);

        // When
        run.decide(RunEvents.command("c1", Action.ROLLBACK, START.values(), Set.of()));
        Decision again = risky(2);

        // Then
        assertThat(again.proposal().byParameter()).isEqualTo(first.proposal().byParameter());
        assertThat(again.resolution()).isEqualTo(Resolution.skipped("oscillation"));
        assertThat(again.guarded().dropped().keySet())
                .isEqualTo(again.proposal().byParameter().keySet());
    }

    @Test
    void shouldEndACooldownWithGivenValues() {
        // Given
        started();
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
        started();
        command("c1", Action.FREEZE);

        // When
        run.decide(RunEvents.command("c2", Action.ROLLBACK, START.values(), Set.of()));

        // Then
        assertThat(risky(1).resolution()).isEqualTo(Resolution.skipped("freeze"));
    }

    @Test
    void shouldHaveNoSecondEffect() {
        // Given
        started();
        command("c1", Action.FREEZE);
        command("c2", Action.UNFREEZE);

        // When
        DomainRun.Answer again = run.send(RunEvents.command("c1", Action.FREEZE, Map.of(), Set.of()));
        DomainRun.Answer other = run.send(RunEvents.command("c1", Action.UNFREEZE, Map.of(), Set.of()));

        // Then
        assertThat(again.admission()).isEqualTo(Admission.ignored("duplicate"));
        assertThat(other.admission().code()).contains("conflicting_command");
        assertThat(other.admission().detail()).contains("command c1 came before, with other content");
        assertThat(risky(1).resolution().outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void shouldNotAdmitWhatIsNotSignedForTheRun() {
        // Given
        started();
        RunEvent.Control own = RunEvents.command("c1", Action.FREEZE, Map.of(), Set.of());
        RunEvent.Control unsigned = RunEvents.command(own.command(), RunEvents.START_MS, Optional.of("no signature"));
        RunEvent.Control foreign = new RunEvent.Control(
                RunEvents.START_MS, Optional.of("bot:other"), own.command(), 0, 0, Optional.empty());

        // Then
        assertThat(run.send(unsigned).admission().code()).contains("unauthorised_control");
        assertThat(run.send(unsigned).admission().detail()).contains("command c1: no signature");
        assertThat(run.send(foreign).admission().code()).contains("unauthorised_control");
        assertThat(run.send(foreign).admission().detail()).contains("command c1: it names another origin than the run");
        assertThat(risky(1).guarded().dropped()).isEmpty();
    }

    @Test
    void shouldNotLetForgottenCommandsComeBack() {
        // Given
        started();
        for (int i = 1; i <= 70; i++) {
            decide(silence("c" + i), i);
        }

        // Then
        assertThat(run.state().orElseThrow().running().commands().seen())
                .hasSize(64)
                .extracting(CommandLog.Seen::id)
                .startsWith("c7")
                .endsWith("c70");
        assertThat(code("c6", 6)).contains("unauthorised_control");
        assertThat(code("new", 6)).contains("unauthorised_control");
        assertThat(code("c7", 7)).contains("duplicate");
        assertThat(code("new", 7)).isEmpty();
    }

    @Test
    void shouldForgetByTheLatestTimeOfIssue() {
        // Given
        started();
        decide(silence("c1"), 3000);
        decide(silence("c2"), 1000);

        // When
        for (int i = 3; i <= 66; i++) {
            decide(silence("c" + i), 4000 + i);
        }

        // Then
        assertThat(run.state().orElseThrow().running().commands().forgottenIssuedAtMs())
                .isEqualTo(3000);
    }

    @Test
    void shouldNotBelieveACommandOfANextWeek() {
        // Given
        started();
        Command command = new Command("c1", Action.FREEZE, Map.of(), Set.of(), OptionalInt.empty(), Optional.empty());
        RunEvent.Control later = new RunEvent.Control(
                RunEvents.START_MS + 8 * 86_400_000L, Optional.empty(), command, 0, 0, Optional.empty());

        // Then
        assertThat(run.send(later).admission().code()).contains("implausible_jump");
    }

    private Optional<String> code(String id, long issuedAtMs) {
        return run.send(RunEvents.command(silence(id), issuedAtMs, Optional.empty()))
                .admission()
                .code();
    }

    private static Command silence(String id) {
        return new Command(id, Action.SILENCE, Map.of(), Set.of(), OptionalInt.empty(), Optional.empty());
    }

    private void started() {
        run.send(RunEvents.started(Map.of()));
    }

    private Decision risky(int number) {
        return run.decide(RunEvents.iteration(number, RunEvents.risky()));
    }

    private Decision command(String id, Action action, String... subsystems) {
        return run.decide(RunEvents.command(id, action, Map.<String, BigDecimal>of(), Set.of(subsystems)));
    }

    private Decision decide(Command command) {
        return decide(command, RunEvents.START_MS);
    }

    private Decision decide(Command command, long issuedAtMs) {
        return run.decide(RunEvents.command(command, issuedAtMs, Optional.empty()));
    }

    private static GuardSignal signal(Decision decision) {
        List<GuardSignal> signals = decision.guarded().signals().stream()
                .filter(signal -> signal.guard().equals(GuardSignal.TOTAL_FREEZE))
                .toList();
        return signals.get(0);
    }
}
