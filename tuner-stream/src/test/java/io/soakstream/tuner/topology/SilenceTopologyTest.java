package io.soakstream.tuner.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.RunEnded;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Tick;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.support.Events;
import io.soakstream.tuner.config.TunerConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SilenceTopologyTest {
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);
    private static final Duration EXPIRES = Duration.ofDays(1);
    private static final long LAST_MS = Events.START.toEpochMilli();

    @TempDir
    Path stateDirectory;

    private TunerDriver tuner;

    @BeforeEach
    void start() {
        tuner = new TunerDriver(TunerConfig.defaults(), stateDirectory);
    }

    @AfterEach
    void stop() {
        tuner.close();
    }

    @Test
    void shouldTickThriceAndThenCallTheRunStalled() {
        // Given
        tuner.send(Events.iteration(1));

        // When
        pass(FIRST_LOOK, PERIOD, PERIOD, PERIOD, PERIOD, PERIOD);

        // Then
        List<SoakEvent> ticks = tuner.written();
        assertThat(ticks)
                .extracting(SoakEvent::getTick)
                .containsExactly(new Tick(1, 1), new Tick(1, 2), new Tick(1, 3));
        assertThat(ticks).extracting(SoakEvent::getEventTimeMs).containsExactly(after(1), after(2), after(3));
        assertThat(ticks)
                .extracting(tick -> tick.getBot() + ":" + tick.getRun())
                .containsOnly(Events.KEY);
        List<TuningDecision> decisions = tuner.decisions();
        assertThat(decisions).extracting(TuningDecision::getStalled).containsExactly(false, false, false, true);
        assertThat(decisions).extracting(TuningDecision::getId).doesNotHaveDuplicates();
        assertThat(decisions.subList(1, 4)).allSatisfy(decision -> {
            assertThat(decision.getReason()).isEqualTo("no_change");
            assertThat(decision.getResultHash()).isEqualTo(decision.getBaseHash());
            // A tick is not a sign of life: it does not move the run's time.
            assertThat(decision.getEventTimeMs()).isEqualTo(LAST_MS);
        });
    }

    @Test
    void shouldWaitAWholePeriod() {
        // Given
        tuner.send(Events.started());

        // When
        pass(FIRST_LOOK, PERIOD.minusSeconds(1));

        // Then
        assertThat(tuner.written()).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(tuner.written()).extracting(SoakEvent::getTick).containsExactly(new Tick(0, 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = RunMode.class,
            names = {"SIMULATED", "RECORDED", "SHADOW"})
    void shouldTickOnlyLiveRuns(RunMode mode) {
        // Given
        tuner.send(Events.event(Events.START)
                .setRunStarted(RunStarted.newBuilder().setMode(mode).build())
                .build());
        tuner.send(Events.iteration(1));

        // When
        pass(FIRST_LOOK, PERIOD, PERIOD, EXPIRES);

        // Then
        assertThat(tuner.written()).isEmpty();
    }

    @Test
    void shouldNotTickAReplay() {
        // Given
        SoakEvent replayed = Events.iteration(1);
        replayed.setOrigin("bot:original");
        tuner.send(replayed);

        // When
        pass(FIRST_LOOK, PERIOD, EXPIRES);

        // Then
        assertThat(tuner.written()).isEmpty();
    }

    @Test
    void shouldCountAnewAfterAnIteration() {
        // Given
        tuner.send(Events.iteration(1));
        pass(FIRST_LOOK, PERIOD, PERIOD, PERIOD);

        // When
        tuner.send(Events.iteration(2));
        pass(PERIOD);

        // Then
        assertThat(tuner.written()).extracting(SoakEvent::getTick).endsWith(new Tick(2, 1));
        List<TuningDecision> decisions = tuner.decisions();
        assertThat(decisions.get(3).getStalled()).isTrue();
        assertThat(decisions.subList(4, 6))
                .extracting(TuningDecision::getStalled)
                .containsOnly(false);
    }

    @Test
    void shouldNotTickARunThatHasEnded() {
        // Given
        tuner.send(Events.iteration(1));
        pass(FIRST_LOOK);
        tuner.send(Events.ended(1));

        // When
        pass(PERIOD, PERIOD, EXPIRES);

        // Then
        assertThat(tuner.written()).isEmpty();
    }

    @Test
    void shouldEndARunThatStaysSilentForADay() {
        // Given
        tuner.send(Events.iteration(1));

        // When
        pass(FIRST_LOOK, PERIOD, PERIOD, PERIOD, EXPIRES, EXPIRES);

        // Then
        List<SoakEvent> written = tuner.written();
        assertThat(written).hasSize(4);
        SoakEvent end = written.get(3);
        assertThat(end.getRunEnded().getEnd()).isEqualTo(RunEnd.EXPIRED);
        assertThat(end.getRunEnded().getAfterIteration()).isEqualTo(1);
        assertThat(end.getEventTimeMs()).isEqualTo(LAST_MS + EXPIRES.toMillis());
        tuner.decisions();
        tuner.send(Events.iteration(2));
        assertThat(tuner.deadLetterCodes()).containsExactly("run_ended");
    }

    @Test
    void shouldIgnoreWhatAnIterationHasOvertaken() {
        // Given
        tuner.send(Events.iteration(1));
        tuner.send(Events.iteration(2));

        // When
        tuner.send(Events.event(Events.START).setTick(new Tick(1, 1)).build());
        tuner.send(Events.event(Events.START)
                .setRunEnded(RunEnded.newBuilder()
                        .setEnd(RunEnd.EXPIRED)
                        .setAfterIteration(1)
                        .build())
                .build());

        // Then
        assertThat(tuner.decisions()).hasSize(2);
        assertThat(tuner.deadLetterCodes()).isEmpty();
        tuner.send(Events.iteration(3));
        assertThat(tuner.decisions()).hasSize(1);
    }

    @Test
    void shouldDecideTheSameFromRecordedTicksWithoutAClock() {
        // Given
        List<SoakEvent> log = new ArrayList<>(List.of(Events.started(), Events.iteration(1)));
        log.forEach(tuner::send);
        pass(FIRST_LOOK, PERIOD, PERIOD, PERIOD);
        log.addAll(tuner.written());
        tuner.send(Events.iteration(2));
        log.add(Events.iteration(2));
        List<TuningDecision> live = tuner.decisions();

        // When
        List<TuningDecision> again;
        try (TunerDriver other = new TunerDriver(TunerConfig.defaults(), stateDirectory.resolve("replay"))) {
            log.forEach(other::send);
            again = other.decisions();
        }

        // Then
        assertThat(live)
                .extracting(TuningDecision::getStalled)
                .containsExactly(false, false, false, false, true, false);
        assertThat(again).isEqualTo(live);
    }

    @Test
    void shouldMeetRecordedTicksAlsoUnderAnotherName() {
        // Given
        List<SoakEvent> log = new ArrayList<>(List.of(Events.iteration(1)));
        log.forEach(tuner::send);
        pass(FIRST_LOOK, PERIOD, PERIOD, PERIOD);
        log.addAll(tuner.written());
        List<TuningDecision> live = tuner.decisions();

        // When
        log.forEach(event -> tuner.send(renamed(event)));
        pass(PERIOD, PERIOD);

        // Then
        assertThat(digested(tuner.decisions())).isEqualTo(digested(live));
        assertThat(tuner.written()).isEmpty();
    }

    /** What of a decision may not depend on its run's name. */
    private static List<List<Object>> digested(List<TuningDecision> decisions) {
        return decisions.stream()
                .map(decision -> List.<Object>of(
                        decision.getSequence(),
                        decision.getEventTimeMs(),
                        decision.getStalled(),
                        decision.getOutcome(),
                        String.valueOf(decision.getReason()),
                        decision.getBaseHash(),
                        decision.getResultHash()))
                .toList();
    }

    private static SoakEvent renamed(SoakEvent event) {
        SoakEvent renamed = SoakEvent.newBuilder(event).build();
        renamed.setRun("replay");
        renamed.setOrigin(Events.KEY);
        return renamed;
    }

    private void pass(Duration... times) {
        for (Duration time : times) {
            tuner.pass(time);
        }
    }

    private static long after(int periods) {
        return LAST_MS + periods * PERIOD.toMillis();
    }
}
