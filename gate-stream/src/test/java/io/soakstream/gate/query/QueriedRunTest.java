package io.soakstream.gate.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.state.GateOverrides;
import io.soakstream.gate.state.GateRunState;
import io.soakstream.gate.state.GateStores;
import io.soakstream.gate.state.LedgerMapper;
import io.soakstream.gate.state.RunRecordMapper;
import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.GateBench;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a query shows of a run is what the gate has handed out. */
class QueriedRunTest {
    @TempDir
    Path stateDirectory;

    private GateBench gate;

    @BeforeEach
    void start() {
        gate = new GateBench(stateDirectory);
    }

    @AfterEach
    void stop() {
        gate.close();
    }

    @Test
    void shouldShowWhatWasHandedOut() {
        // Given
        DecisionStory story = DecisionStory.implied();
        TuningDecision last = null;
        for (int i = 1; i <= 5; i++) {
            last = story.iteration(i);
            gate.decide(last);
        }
        List<Verdict> verdicts = gate.verdicts();
        Verdict verdict = verdicts.get(verdicts.size() - 1);

        // When
        Map<String, Object> shown =
                GateRunJson.tree(run(last.getBot() + ":" + last.getRun()).orElseThrow());

        // Then
        assertThat(shown)
                .containsEntry("provisional", true)
                .containsEntry("last_sequence", last.getSequence())
                .containsEntry("last_iteration", 5)
                .containsEntry("window", List.of(1, 2, 3, 4, 5));
        assertThat(shown.get("overrides")).extracting("state_hash").isEqualTo(story.hash());
        assertThat(shown.get("policies"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .singleElement()
                .extracting("policy", "sequence", "verdict", "digest")
                .containsExactly(
                        verdict.getPolicy(),
                        verdict.getSequence(),
                        verdict.getVerdict().name(),
                        verdict.getDigest());
    }

    @Test
    void shouldKnowNothingOfARunThatHasEnded() {
        // Given
        DecisionStory story = DecisionStory.implied();
        TuningDecision first = story.iteration(1);
        gate.decide(first);

        // When
        gate.decide(story.ended(null));

        // Then
        assertThat(run(first.getBot() + ":" + first.getRun())).isEmpty();
    }

    private Optional<GateRun> run(String key) {
        GateOverrides overrides =
                gate.<GateOverrides>store(GateStores.RUNTIME_OVERRIDES).get(key);
        GateRunState record = gate.<GateRunState>store(GateStores.RUN_RECORD).get(key);
        return Optional.ofNullable(overrides)
                .map(stored -> new GateRun(
                        key,
                        new LedgerMapper(ParameterCatalogue.standard()).fromStore(stored),
                        Optional.ofNullable(record).map(RunRecordMapper::fromStore),
                        false));
    }
}
