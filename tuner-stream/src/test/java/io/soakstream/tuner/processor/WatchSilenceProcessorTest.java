package io.soakstream.tuner.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Tick;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.domain.DomainRun;
import io.soakstream.tuner.domain.RunEvent;
import io.soakstream.tuner.domain.RunEvents;
import io.soakstream.tuner.domain.RunMode;
import io.soakstream.tuner.domain.SilenceLimits;
import io.soakstream.tuner.state.RunStateMapper;
import io.soakstream.tuner.state.TunerRunState;
import io.soakstream.tuner.state.TunerStores;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a task finds in its store when it starts is watched before anything has come. */
class WatchSilenceProcessorTest {
    private static final long NOW_MS = 1_900_000_000_000L;

    private final RunStateMapper states = new RunStateMapper(ParameterCatalogue.standard());
    private final MockProcessorContext<String, SoakEvent> context = new MockProcessorContext<>();
    private final KeyValueStore<String, TunerRunState> runs = TunerStores.runState(StoreKind.MEMORY)
            .withLoggingDisabled()
            .withCachingDisabled()
            .build();

    @BeforeEach
    void open() {
        runs.init(context.getStateStoreContext(), runs);
    }

    @AfterEach
    void close() {
        runs.close();
    }

    @Test
    void shouldTickARunThatWasRestored() {
        // Given
        restore("bot:live", RunMode.LIVE, false);
        restore("bot:simulated", RunMode.SIMULATED, false);
        restore("bot:ended", RunMode.LIVE, true);

        // When
        punctuate(NOW_MS);
        punctuate(NOW_MS + RunEvents.PERIOD_MS - 1);
        List<SoakEvent> early = written();
        punctuate(NOW_MS + RunEvents.PERIOD_MS);

        // Then
        assertThat(early).isEmpty();
        assertThat(written()).singleElement().satisfies(event -> {
            assertThat(event.getBot() + ":" + event.getRun()).isEqualTo("bot:live");
            assertThat(event.getTick()).isEqualTo(new Tick(3, 1));
            assertThat(event.getEventTimeMs()).isEqualTo(RunEvents.timeMs(3) + RunEvents.PERIOD_MS);
        });
    }

    @Test
    void shouldGoOnCountingAlsoBeforeItsTicksAreReadBack() {
        // Given
        restore("bot:live", RunMode.LIVE, false);

        // When
        for (int period = 0; period <= 4; period++) {
            punctuate(NOW_MS + period * RunEvents.PERIOD_MS);
        }

        // Then
        assertThat(written())
                .extracting(SoakEvent::getTick)
                .containsExactly(new Tick(3, 1), new Tick(3, 2), new Tick(3, 3));
    }

    @Test
    void shouldNotEndARunThatStalledBeforeARestart() {
        // Given
        DomainRun run = restore("bot:live", RunMode.LIVE, false);
        for (int tick = 1; tick <= 3; tick++) {
            run.decide(new RunEvent.Tick(RunEvents.timeMs(3 + tick), 3, tick));
        }
        runs.put("bot:live", states.toStore(run.state().orElseThrow()));

        // When
        for (int period = 0; period <= 9; period++) {
            punctuate(NOW_MS + period * RunEvents.PERIOD_MS);
        }

        // Then
        assertThat(written()).extracting(SoakEvent::getRunEnded).containsOnlyNulls();
        punctuate(NOW_MS + 86_400_000);
        assertThat(written()).last().extracting(SoakEvent::getRunEnded).isNotNull();
    }

    private DomainRun restore(String key, RunMode mode, boolean ended) {
        DomainRun run = new DomainRun(TunerConfig.defaults());
        run.send(RunEvents.started(mode, OptionalInt.empty(), true, Map.of(), List.of()));
        run.send(RunEvents.iteration(3, RunEvents.quiet()));
        if (ended) {
            run.send(RunEvents.ended());
        }
        runs.put(key, states.toStore(run.state().orElseThrow()));
        return run;
    }

    private void punctuate(long wallClockMs) {
        if (context.scheduledPunctuators().isEmpty()) {
            Processor<String, TuningDecision, String, SoakEvent> processor =
                    new WatchSilenceProcessor(SilenceLimits.defaults(), states);
            processor.init(context);
        }
        context.scheduledPunctuators().stream()
                .map(CapturedPunctuator::getPunctuator)
                .forEach(punctuator -> punctuator.punctuate(wallClockMs));
    }

    private List<SoakEvent> written() {
        return context.forwarded().stream()
                .map(forward -> forward.record().value())
                .map(SoakEvent.class::cast)
                .toList();
    }
}
