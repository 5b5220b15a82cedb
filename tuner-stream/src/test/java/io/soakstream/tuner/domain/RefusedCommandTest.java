package io.soakstream.tuner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.Command.Action;
import io.soakstream.schemas.projection.Outcome;
import io.soakstream.schemas.projection.Resolution;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.domain.guard.GuardMemory;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Commands that are not admitted, or not obeyed, and that they change nothing. */
class RefusedCommandTest {
    private static final Overrides START = Overrides.start(ParameterCatalogue.standard());

    private final DomainRun run = new DomainRun(TunerConfig.defaults());

    @Test
    void shouldSayWhyACommandIsNotObeyedAndChangeNothing() {
        // Given
        run.send(RunEvents.started(Map.of()));
        run.risky(1);
        GuardMemory before = run.guards().orElseThrow();

        // When
        Decision refused = run.command("c1", Action.FREEZE, "edge");
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
        run.send(RunEvents.started(Map.of()));
        run.risky(1);
        Command late = new Command("c1", Action.FREEZE, Map.of(), Set.of(), OptionalInt.of(0), Optional.empty());
        Command moved =
                new Command("c2", Action.FREEZE, Map.of(), Set.of(), OptionalInt.of(1), Optional.of(START.stateHash()));

        // Then
        assertThat(decide(late).commandRefusal()).contains("out_of_date");
        assertThat(decide(moved).commandRefusal()).contains("base_moved");
    }

    @Test
    void shouldHaveNoSecondEffect() {
        // Given
        run.send(RunEvents.started(Map.of()));
        run.command("c1", Action.FREEZE);
        run.command("c2", Action.UNFREEZE);

        // When
        DomainRun.Answer again = run.send(RunEvents.command("c1", Action.FREEZE, Map.of(), Set.of()));
        DomainRun.Answer other = run.send(RunEvents.command("c1", Action.UNFREEZE, Map.of(), Set.of()));

        // Then
        assertThat(again.admission()).isEqualTo(Admission.ignored("duplicate"));
        assertThat(other.admission().code()).contains("conflicting_command");
        assertThat(other.admission().detail()).contains("command c1 came before, with other content");
        assertThat(run.risky(1).resolution().outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void shouldNotAdmitWhatIsNotSignedForTheRun() {
        // Given
        run.send(RunEvents.started(Map.of()));
        RunEvent.Control own = RunEvents.command("c1", Action.FREEZE, Map.of(), Set.of());
        RunEvent.Control unsigned = RunEvents.command(own.command(), RunEvents.START_MS, Optional.of("no signature"));
        RunEvent.Control foreign = new RunEvent.Control(
                RunEvents.START_MS, Optional.of("bot:other"), own.command(), 0, 0, Optional.empty());

        // Then
        assertThat(run.send(unsigned).admission().code()).contains("unauthorised_control");
        assertThat(run.send(unsigned).admission().detail()).contains("command c1: no signature");
        assertThat(run.send(foreign).admission().code()).contains("unauthorised_control");
        assertThat(run.send(foreign).admission().detail()).contains("command c1: it names another origin than the run");
        assertThat(run.risky(1).guarded().dropped()).isEmpty();
    }

    @Test
    void shouldNotLetForgottenCommandsComeBack() {
        // Given
        run.send(RunEvents.started(Map.of()));
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
        run.send(RunEvents.started(Map.of()));
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
        run.send(RunEvents.started(Map.of()));
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

    private Decision decide(Command command) {
        return decide(command, RunEvents.START_MS);
    }

    private Decision decide(Command command, long issuedAtMs) {
        return run.decide(RunEvents.command(command, issuedAtMs, Optional.empty()));
    }
}
