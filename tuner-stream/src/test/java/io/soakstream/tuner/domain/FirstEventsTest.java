package io.soakstream.tuner.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.schemas.projection.Echo;
import io.soakstream.tuner.config.TunerConfig;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the first events of a run must be like, and how they count. */
class FirstEventsTest {
    private static final long DAY_MS = 86_400_000;

    private final DomainRun run = new DomainRun(TunerConfig.defaults());

    @Test
    void shouldRefuseALongPlan() {
        // Given
        List<RunEvent.PlannedValues> plan = IntStream.rangeClosed(1, 65)
                .mapToObj(step -> new RunEvent.PlannedValues(step, Map.<String, BigDecimal>of()))
                .toList();

        // When
        Admission planned = run.send(RunEvents.started(RunMode.LIVE, OptionalInt.empty(), true, Map.of(), plan))
                .admission();

        // Then
        assertThat(planned.detail()).contains("schedule: 65 steps are more than 64");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1000, true", "0, false", "1001, false"})
    void shouldTakeAPlausibleTimeToConfirm(int iterations, boolean accepted) {
        assertThat(run.send(RunEvents.started(
                                RunMode.LIVE, TuningMode.OWN, Optional.empty(), OptionalInt.of(iterations)))
                        .admission()
                        .isAccepted())
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "0, false"})
    void shouldTakeAPlausiblePeriod(long periodMs, boolean accepted) {
        // Given
        RunEvent.Started started = new RunEvent.Started(
                RunEvents.START_MS,
                Optional.empty(),
                RunMode.LIVE,
                TuningMode.OWN,
                OptionalInt.empty(),
                periodMs,
                true,
                false,
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty());

        // When
        Admission admission = run.send(started).admission();

        // Then
        assertThat(admission.isAccepted()).isEqualTo(accepted);
        assertThat(admission.code()).isEqualTo(accepted ? Optional.empty() : Optional.of("invalid_value"));
    }

    @ParameterizedTest
    @CsvSource({
        "2000-01-01T00:00:00Z, true",
        "1999-12-31T23:59:59.999Z, false",
        "2099-12-31T23:59:59.999Z, true",
        "2100-01-01T00:00:00Z, false"
    })
    void shouldBeginAtAPlausibleTime(Instant time, boolean accepted) {
        assertThat(run.send(iteration(1, time.toEpochMilli())).admission().isAccepted())
                .isEqualTo(accepted);
    }

    @Test
    void shouldBeginWithAnyPlausibleNumberAndGoOnFromThere() {
        // Given
        run.send(RunEvents.started(Map.of()));

        // Then
        assertThat(code(iteration(1_000_001, RunEvents.START_MS))).contains("implausible_jump");
        assertThat(code(iteration(1_000_000, RunEvents.START_MS))).isEmpty();
        assertThat(code(iteration(1_000_001, RunEvents.START_MS))).isEmpty();
    }

    @Test
    void shouldMeasureTheFirstIterationByTheTimeOfTheStart() {
        // Given
        run.send(RunEvents.started(Map.of()));

        // Then
        assertThat(code(iteration(1, RunEvents.START_MS + 7 * DAY_MS + 1))).contains("implausible_jump");
        assertThat(code(iteration(1, RunEvents.START_MS + 7 * DAY_MS))).isEmpty();
    }

    @Test
    void shouldCountWhatItAccepts() {
        // Given
        run.send(RunEvents.started(Map.of()));
        run.send(RunEvents.iteration(1, RunEvents.quiet()));
        run.send(RunEvents.iteration(1, RunEvents.quiet()));

        // When
        Decision decision = run.decide(RunEvents.iteration(3, RunEvents.quiet()));

        // Then
        assertThat(decision.run().sequence()).isEqualTo(3);
        assertThat(decision.run().iterationsTotal()).isEqualTo(2);
    }

    @Test
    void shouldIgnoreAnExpiryThatWasOvertaken() {
        // Given
        run.send(RunEvents.started(Map.of()));
        run.send(RunEvents.iteration(1, RunEvents.quiet()));
        run.send(RunEvents.iteration(2, RunEvents.quiet()));

        // Then
        assertThat(code(expired(1))).contains("overtaken_end");
        assertThat(code(expired(2))).isEmpty();
        assertThat(run.state().orElseThrow().ended()).isTrue();
        assertThatThrownBy(() -> run.state().orElseThrow().running()).isInstanceOf(IllegalStateException.class);
        assertThat(code(new RunEvent.Tick(RunEvents.START_MS, 2, 1))).contains("overtaken_tick");
    }

    @Test
    void shouldBeStalledFromTheThirdTickUntilAnIteration() {
        // Given
        run.send(RunEvents.started(Map.of()));

        // Then
        assertThat(tick(1)).isFalse();
        assertThat(tick(2)).isFalse();
        assertThat(tick(3)).isTrue();
        assertThat(run.decide(RunEvents.iteration(1, RunEvents.quiet())).stalled())
                .isFalse();
    }

    private boolean tick(int sequence) {
        return run.decide(new RunEvent.Tick(RunEvents.START_MS, 0, sequence)).stalled();
    }

    private Optional<String> code(RunEvent event) {
        return run.send(event).admission().code();
    }

    private static RunEvent.Ended expired(int afterIteration) {
        return new RunEvent.Ended(RunEvents.START_MS, Echo.silent(), OptionalInt.of(afterIteration));
    }

    private static RunEvent.Iteration iteration(int number, long timeMs) {
        return new RunEvent.Iteration(
                timeMs,
                Optional.empty(),
                new KpiPoint(number, RunEvents.quiet()),
                number,
                Map.of(),
                Echo.silent(),
                Optional.empty());
    }
}
