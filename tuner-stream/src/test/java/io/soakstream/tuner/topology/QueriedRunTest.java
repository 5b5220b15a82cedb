package io.soakstream.tuner.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.support.Events;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.query.TunerRun;
import io.soakstream.tuner.query.TunerRunJson;
import io.soakstream.tuner.state.GuardMemoryMapper;
import io.soakstream.tuner.state.RunStateMapper;
import io.soakstream.tuner.state.TunerGuardState;
import io.soakstream.tuner.state.TunerRunState;
import io.soakstream.tuner.state.TunerStores;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a query shows of a run is what the latest decision about it says. */
class QueriedRunTest {
    @TempDir
    Path stateDirectory;

    private TunerDriver driver;

    @BeforeEach
    void start() {
        driver = new TunerDriver(TunerConfig.defaults(), stateDirectory);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void shouldShowWhatTheLatestDecisionSays() {
        // Given
        driver.send(Events.started());
        for (int i = 1; i <= 10; i++) {
            driver.send(Events.iteration(i));
        }
        List<TuningDecision> decisions = driver.decisions();
        TuningDecision last = decisions.get(decisions.size() - 1);

        // When
        Map<String, Object> shown = TunerRunJson.tree(run());

        // Then
        assertThat(shown)
                .containsEntry("run_key", Events.KEY)
                .containsEntry("provisional", true)
                .containsEntry("stale", false)
                .containsEntry("ended", false)
                .containsEntry("sequence", last.getSequence())
                .containsEntry("iterations_total", last.getIterationsTotal())
                .containsEntry("last_event_time_ms", last.getEventTimeMs());
        assertThat(shown.get("window"))
                .extracting("iterations")
                .isEqualTo(last.getWindow().getIterations());
        assertThat(shown.get("overrides")).extracting("state_hash").isEqualTo(last.getResultHash());
        assertThat(run().guard("oscillation")).get().satisfies(guard -> {
            var told = last.getGuards().stream()
                    .filter(state -> state.getGuard().equals("oscillation"))
                    .findFirst()
                    .orElseThrow();
            assertThat(guard.raw()).isEqualTo(told.getRaw());
            assertThat(guard.debounced()).isEqualTo(told.getDebounced());
        });
    }

    @Test
    void shouldShowThatARunHasEnded() {
        // Given
        driver.send(Events.started());
        driver.send(Events.iteration(1));
        driver.send(Events.ended(1));

        // When
        Map<String, Object> shown = TunerRunJson.tree(run());

        // Then
        assertThat(shown)
                .containsEntry("ended", true)
                .containsEntry("guards", null)
                .containsEntry("overrides", null);
    }

    private TunerRun run() {
        TunerRunState state =
                driver.<TunerRunState>stored(TunerStores.RUN_STATE, Events.KEY).orElseThrow();
        return new TunerRun(
                Events.KEY,
                new RunStateMapper(ParameterCatalogue.standard()).fromStore(state),
                driver.<TunerGuardState>stored(TunerStores.GUARD_DEBOUNCE, Events.KEY)
                        .map(GuardMemoryMapper::fromStore),
                false);
    }
}
