package io.soakstream.tuner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RunAdvanceTest {
    private static final long T0 = Instant.parse("2025-10-12T12:00:00Z").toEpochMilli();
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();
    private static final int WINDOW = 8;
    private static final int REMEMBERED = 64;

    private final RunAdvance rules = new RunAdvance(
            new AdmissionPolicy(AdmissionLimits.defaults(), CATALOGUE, "digest"), CATALOGUE, WINDOW, REMEMBERED);
    private Optional<RunState> state = Optional.empty();

    @Test
    void shouldStartARunWithItsFirstIteration() {
        // When
        RunAdvance.Step step = send(iteration(1, T0));

        // Then
        Decision decision = step.decision().orElseThrow();
        assertThat(decision.implicitStart()).isTrue();
        assertThat(decision.run().facts().orElseThrow().mode()).isEqualTo(RunMode.LIVE);
        assertThat(decision.baseHash()).isEqualTo(Overrides.start(CATALOGUE).stateHash());
        assertThat(decision.outcome()).isEqualTo(Outcome.NO_OP);
        assertThat(decision.reason()).contains("no_change");
    }

    @Test
    void shouldIgnoreTheSameAgainAndRefuseAnother() {
        // Given
        send(iteration(1, T0));

        // When
        RunAdvance.Step same = send(iteration(1, T0));
        RunAdvance.Step other = send(iteration(1, T0, 99));

        // Then
        assertThat(same.admission().kind()).isEqualTo(Admission.Kind.IGNORED);
        assertThat(other.admission().code()).contains("conflicting_iteration");
        assertThat(other.decision()).isEmpty();
        assertThat(other.next()).isEmpty();
    }

    @Test
    void shouldRefuseWhatIsLateAndWhatIsImplausible() {
        // Given
        send(iteration(5, T0));

        // Then
        assertThat(code(iteration(4, T0))).contains("late_iteration");
        assertThat(code(iteration(1006, T0))).contains("implausible_jump");
        assertThat(code(iteration(6, T0 + Duration.ofDays(7).toMillis() + 1))).contains("implausible_jump");
        assertThat(code(iteration(1005, T0 + Duration.ofDays(7).toMillis()))).isEmpty();
    }

    @Test
    void shouldRefuseAFirstEventThatCannotBe() {
        assertThat(code(iteration(1, -1))).contains("implausible_jump");
        assertThat(code(iteration(1, Instant.parse("2100-01-01T00:00:00Z").toEpochMilli())))
                .contains("implausible_jump");
        assertThat(code(iteration(1_000_001, T0))).contains("implausible_jump");
        assertThat(code(new RunEvent.Ended(T0))).contains("unknown_run");
        assertThat(state).isEmpty();
    }

    @Test
    void shouldRaiseATimeThatGoesBack() {
        // Given
        send(iteration(1, T0));

        // When
        Decision decision = send(iteration(2, T0 - 60_000)).decision().orElseThrow();

        // Then
        assertThat(decision.run().lastEventTimeMs()).isEqualTo(T0);
    }

    @Test
    void shouldKeepOnlyAMarkerOfAnEndedRun() {
        // Given
        send(started(Optional.empty(), Map.of()));
        send(iteration(1, T0));
        send(new RunEvent.Ended(T0));

        // Then
        assertThat(state.orElseThrow().ended()).isTrue();
        assertThat(state.orElseThrow().facts()).isEmpty();
        assertThat(state.orElseThrow().recent()).isEmpty();
        assertThat(code(iteration(2, T0))).contains("run_ended");
        assertThat(send(new RunEvent.Ended(T0)).admission().kind()).isEqualTo(Admission.Kind.IGNORED);
    }

    @Test
    void shouldStartOnceAndOnlyWithItsOwnConfigurationAndLegalValues() {
        assertThat(code(started(Optional.of("other"), Map.of()))).contains("unknown_configuration");
        assertThat(code(started(Optional.empty(), Map.of("tail_age_ms", new BigDecimal("9999")))))
                .contains("invalid_start_overrides");
        assertThat(code(started(Optional.of("digest"), Map.of("tail_age_ms", new BigDecimal("650")))))
                .isEmpty();
        assertThat(code(started(Optional.empty(), Map.of()))).contains("run_already_started");
    }

    @Test
    void shouldGoByTheRecordingInJudgeMode() {
        // Given
        send(new RunEvent.Started(
                T0,
                RunMode.RECORDED,
                TuningMode.RECORDED,
                OptionalInt.empty(),
                300_000,
                true,
                true,
                Map.of(),
                Optional.empty()));

        // When
        Decision applied = send(recorded(1, true, List.of())).decision().orElseThrow();
        Decision skipped = send(recorded(2, false, List.of("cooldown", "velocity")))
                .decision()
                .orElseThrow();
        Decision nothing = send(recorded(3, false, List.of("no_op"))).decision().orElseThrow();

        // Then
        assertThat(applied.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(skipped.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(skipped.reason()).contains("velocity");
        assertThat(nothing.outcome()).isEqualTo(Outcome.NO_OP);
        assertThat(nothing.reason()).contains("no_change");
        assertThat(send(recorded(4, false, List.of())).decision().orElseThrow().reason())
                .contains("unexplained");
    }

    @Test
    void shouldPassOnWhatItDoesNotKnowAndObeyNoUnsignedCommand() {
        // Given
        assertThat(send(new RunEvent.Unknown(T0)).admission().kind()).isEqualTo(Admission.Kind.IGNORED);
        send(iteration(1, T0));

        // Then
        assertThat(send(new RunEvent.Unknown(T0)).decision().orElseThrow().reason())
                .contains("unknown_kind");
        assertThat(send(new RunEvent.Unknown(Long.MAX_VALUE))
                        .decision()
                        .orElseThrow()
                        .run()
                        .lastEventTimeMs())
                .isEqualTo(T0);
        assertThat(code(new RunEvent.Control(T0, "c1"))).contains("unauthorised_control");
        send(new RunEvent.Ended(T0));
        assertThat(send(new RunEvent.Unknown(T0)).admission().kind()).isEqualTo(Admission.Kind.IGNORED);
    }

    @Test
    void shouldIgnoreATickThatWasOvertaken() {
        // Given
        send(iteration(1, T0));
        send(iteration(2, T0));

        // Then
        assertThat(send(new RunEvent.Tick(T0, 1, 1)).admission().kind()).isEqualTo(Admission.Kind.IGNORED);
        assertThat(send(new RunEvent.Tick(T0, 2, 1)).admission().kind()).isEqualTo(Admission.Kind.ACCEPTED);
        assertThat(code(new RunEvent.Tick(Long.MAX_VALUE, 2, 2))).contains("implausible_jump");
    }

    @Property(tries = 200)
    void shouldStayBoundedWhateverComes(@ForAll @Size(max = 200) List<@IntRange(min = 1, max = 400) Integer> numbers) {
        // Given
        state = Optional.empty();

        // When
        numbers.forEach(number -> send(iteration(number, T0 + number)));

        // Then
        state.ifPresent(run -> {
            assertThat(run.recent()).hasSizeLessThanOrEqualTo(REMEMBERED);
            assertThat(run.window().points()).hasSizeLessThanOrEqualTo(WINDOW);
            assertThat(run.recent()).extracting(RunState.Seen::iteration).isSorted();
        });
    }

    private Optional<String> code(RunEvent event) {
        return send(event).admission().code();
    }

    private RunAdvance.Step send(RunEvent event) {
        RunAdvance.Step step = rules.advance(state, event);
        if (step.next().isPresent()) {
            state = step.next();
        }
        return step;
    }

    private static RunEvent.Started started(Optional<String> digest, Map<String, BigDecimal> overrides) {
        return new RunEvent.Started(
                T0, RunMode.LIVE, TuningMode.OWN, OptionalInt.of(10), 300_000, true, false, overrides, digest);
    }

    private static RunEvent.Iteration iteration(int number, long time) {
        return iteration(number, time, number);
    }

    private static RunEvent.Iteration iteration(int number, long time, long hash) {
        return new RunEvent.Iteration(
                time, new KpiPoint(number, Map.of(Kpi.NET_BPS, 3.0)), hash, Map.of(), Optional.empty());
    }

    private static RunEvent.Iteration recorded(int number, boolean applied, List<String> reasons) {
        return new RunEvent.Iteration(
                T0,
                new KpiPoint(number, Map.of()),
                number,
                Map.of(),
                Optional.of(new RecordedOutcome(applied, true, reasons)));
    }
}
