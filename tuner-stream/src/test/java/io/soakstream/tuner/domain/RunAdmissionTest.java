package io.soakstream.tuner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Echo;
import io.soakstream.schemas.projection.RecordedOutcome;
import io.soakstream.schemas.projection.Resolution;
import io.soakstream.tuner.config.TunerConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RunAdmissionTest {
    private static final long T0 = Instant.parse("2025-10-12T12:00:00Z").toEpochMilli();
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();
    private static final int WINDOW = 8;
    private static final int REMEMBERED = 64;

    private final DomainRun run = new DomainRun(TunerConfig.defaults());

    @Test
    void shouldStartARunWithItsFirstIteration() {
        // When
        DomainRun.Answer step = send(iteration(1, T0));

        // Then
        Decision decision = step.decision().orElseThrow();
        assertThat(decision.accepted().implicitStart()).isTrue();
        assertThat(decision.run().running().facts().mode()).isEqualTo(RunMode.LIVE);
        assertThat(decision.baseHash()).isEqualTo(Overrides.start(CATALOGUE).stateHash());
        assertThat(decision.resolution()).isEqualTo(Resolution.noOp("no_data"));
    }

    @Test
    void shouldIgnoreTheSameAgainAndRefuseAnother() {
        // Given
        send(iteration(1, T0));

        // When
        DomainRun.Answer same = send(iteration(1, T0));
        DomainRun.Answer other = send(iteration(1, T0, 99));

        // Then
        assertThat(same.admission().kind()).isEqualTo(Admission.Kind.IGNORED);
        assertThat(other.admission().code()).contains("conflicting_iteration");
        assertThat(other.decision()).isEmpty();
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
        assertThat(code(ended())).contains("unknown_run");
        assertThat(run.state()).isEmpty();
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
        send(ended());

        // Then
        assertThat(run.state().orElseThrow().ended()).isTrue();
        assertThat(run.state().orElseThrow().recent()).isEmpty();
        assertThat(run.guards()).isEmpty();
        assertThat(code(iteration(2, T0))).contains("run_ended");
        assertThat(send(ended()).admission().kind()).isEqualTo(Admission.Kind.IGNORED);
    }

    @Test
    void shouldStartOnceAndOnlyWithItsOwnConfigurationAndLegalValues() {
        assertThat(code(started(Optional.of("other"), Map.of()))).contains("unknown_configuration");
        assertThat(code(started(Optional.empty(), Map.of("tail_age_ms", new BigDecimal("9999")))))
                .contains("invalid_start_overrides");
        assertThat(code(started(
                        Optional.of(TunerConfig.defaults().digest()), Map.of("tail_age_ms", new BigDecimal("650")))))
                .isEmpty();
        assertThat(code(started(Optional.empty(), Map.of()))).contains("run_already_started");
    }

    @Test
    void shouldGoByTheRecordingInJudgeMode() {
        // Given
        send(new RunEvent.Started(
                T0,
                Optional.empty(),
                RunMode.RECORDED,
                TuningMode.RECORDED,
                OptionalInt.empty(),
                300_000,
                true,
                true,
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty()));

        // When
        List<Resolution> resolutions = Stream.of(
                        recorded(1, true, List.of()),
                        recorded(2, false, List.of("cooldown", "velocity")),
                        recorded(3, false, List.of("no_op")),
                        recorded(4, false, List.of()))
                .map(event -> run.decide(event).resolution())
                .toList();

        // Then
        assertThat(resolutions)
                .containsExactly(
                        Resolution.applied(),
                        Resolution.skipped("velocity"),
                        Resolution.noOp("no_change"),
                        Resolution.noOp("unexplained"));
    }

    @Test
    void shouldPassOnWhatItDoesNotKnow() {
        // Given
        assertThat(send(new RunEvent.Unknown(T0)).admission().kind()).isEqualTo(Admission.Kind.IGNORED);
        send(iteration(1, T0));

        // Then
        assertThat(run.decide(new RunEvent.Unknown(T0)).resolution()).isEqualTo(Resolution.noOp("unknown_kind"));
        assertThat(send(new RunEvent.Unknown(Long.MAX_VALUE))
                        .decision()
                        .orElseThrow()
                        .run()
                        .lastEventTimeMs())
                .isEqualTo(T0);
        send(ended());
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
        DomainRun run = new DomainRun(TunerConfig.defaults());

        // When
        numbers.forEach(number -> run.send(iteration(number, T0 + number)));

        // Then
        run.state().ifPresent(state -> {
            assertThat(state.recent()).hasSizeLessThanOrEqualTo(REMEMBERED);
            assertThat(state.window().points()).hasSizeLessThanOrEqualTo(WINDOW);
            assertThat(state.recent()).extracting(RunState.Seen::iteration).isSorted();
        });
    }

    private Optional<String> code(RunEvent event) {
        return send(event).admission().code();
    }

    private DomainRun.Answer send(RunEvent event) {
        return run.send(event);
    }

    private static RunEvent.Ended ended() {
        return new RunEvent.Ended(T0, Echo.silent(), OptionalInt.empty());
    }

    private static RunEvent.Started started(Optional<String> digest, Map<String, BigDecimal> overrides) {
        return new RunEvent.Started(
                T0,
                Optional.empty(),
                RunMode.LIVE,
                TuningMode.OWN,
                OptionalInt.of(10),
                300_000,
                true,
                false,
                overrides,
                List.of(),
                digest,
                Optional.empty(),
                OptionalInt.empty());
    }

    private static RunEvent.Iteration iteration(int number, long time) {
        return iteration(number, time, number);
    }

    private static RunEvent.Iteration iteration(int number, long time, long hash) {
        return new RunEvent.Iteration(
                time,
                Optional.empty(),
                new KpiPoint(number, Map.of(Kpi.NET_BPS, 3.0)),
                hash,
                Map.of(),
                Echo.silent(),
                Optional.empty());
    }

    private static RunEvent.Iteration recorded(int number, boolean applied, List<String> reasons) {
        return RunEvents.recorded(number, new RecordedOutcome(applied, true, reasons));
    }
}
