package io.soakstream.tuner.domain.silence;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.domain.DomainRun;
import io.soakstream.tuner.domain.RunEvent;
import io.soakstream.tuner.domain.RunEvents;
import io.soakstream.tuner.domain.RunMode;
import io.soakstream.tuner.domain.RunState;
import io.soakstream.tuner.domain.SilenceLimits;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SilenceTest {
    private static final SilenceLimits LIMITS = SilenceLimits.defaults();
    private static final long LAST_MS = RunEvents.timeMs(4);
    private static final long PERIOD_MS = RunEvents.PERIOD_MS;
    private static final long DAY_MS = 86_400_000;

    private final DomainRun run = new DomainRun(TunerConfig.defaults());

    @Test
    void shouldNoticePeriodAfterPeriodAndThenTheEnd() {
        // Given
        RunState live = live();

        // Then
        assertThat(Silence.of(live, 0, LIMITS)).contains(new Silence(LAST_MS + PERIOD_MS, 4, 1, PERIOD_MS));
        assertThat(Silence.of(live, 1, LIMITS)).contains(new Silence(LAST_MS + 2 * PERIOD_MS, 4, 2, PERIOD_MS));
        assertThat(Silence.of(live, 2, LIMITS))
                .contains(new Silence(LAST_MS + 3 * PERIOD_MS, 4, 3, DAY_MS - 3 * PERIOD_MS));
        assertThat(Silence.of(live, 3, LIMITS)).contains(new Silence(LAST_MS + DAY_MS, 4, 0, 0));
        assertThat(Silence.of(live, 2, LIMITS).orElseThrow().isEnd()).isFalse();
        assertThat(Silence.of(live, 3, LIMITS).orElseThrow().isEnd()).isTrue();
    }

    @Test
    void shouldGoOnWhereTheRunHasReadItsTicks() {
        // Given
        live();
        run.decide(new RunEvent.Tick(LAST_MS + PERIOD_MS, 4, 1));
        RunState ticked = run.state().orElseThrow();

        // Then
        assertThat(Silence.of(ticked, 0, LIMITS).orElseThrow().tick()).isEqualTo(2);
        assertThat(Silence.of(ticked, 2, LIMITS).orElseThrow().tick()).isEqualTo(3);
    }

    /** Or a restart of the tuner would end every run that was stalled at that moment. */
    @Test
    void shouldWaitForTheEndAnewWhereAnotherHasNoticedTheStall() {
        // Given
        live();
        for (int tick = 1; tick <= 3; tick++) {
            run.decide(new RunEvent.Tick(LAST_MS + tick * PERIOD_MS, 4, tick));
        }

        // When
        Silence takenOver = Silence.of(run.state().orElseThrow(), 0, LIMITS).orElseThrow();

        // Then
        assertThat(takenOver.tick()).isEqualTo(3);
        assertThat(takenOver.nextDueMs()).isEqualTo(DAY_MS - 3 * PERIOD_MS);
        assertThat(run.send(new RunEvent.Tick(takenOver.eventTimeMs(), 4, 3))
                        .admission()
                        .code())
                .contains("overtaken_tick");
        assertThat(Silence.of(run.state().orElseThrow(), 3, LIMITS)
                        .orElseThrow()
                        .isEnd())
                .isTrue();
    }

    @Test
    void shouldWaitAPeriodAtLeastForTheEnd() {
        // Given
        SilenceLimits soon = new SilenceLimits(3, 2 * PERIOD_MS);

        // Then
        assertThat(Silence.of(live(), 2, soon).orElseThrow().nextDueMs()).isEqualTo(PERIOD_MS);
    }

    @Test
    void shouldSeeNothingInTheSilenceOfOthers() {
        // Given
        DomainRun simulated = new DomainRun(TunerConfig.defaults());
        simulated.send(RunEvents.started(Map.of()));
        live();
        run.decide(RunEvents.ended());

        // Then
        assertThat(Silence.of(simulated.state().orElseThrow(), 0, LIMITS)).isEmpty();
        assertThat(Silence.of(run.state().orElseThrow(), 0, LIMITS)).isEmpty();
    }

    private RunState live() {
        run.send(RunEvents.started(RunMode.LIVE, OptionalInt.empty(), true, Map.of(), List.of()));
        run.send(RunEvents.iteration(4, RunEvents.quiet()));
        return run.state().orElseThrow();
    }
}
