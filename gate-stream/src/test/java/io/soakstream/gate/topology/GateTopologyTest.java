package io.soakstream.gate.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.state.GateOverrides;
import io.soakstream.gate.state.GateRunState;
import io.soakstream.gate.state.GateStores;
import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.GateBench;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.Events;
import io.soakstream.schemas.support.TopologyGolden;
import io.soakstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTopologyTest {
    private static final int CAPACITY = DecisionStory.CAPACITY;

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
    void shouldLinkVerdictsToAChain() {
        // Given
        DecisionStory story = DecisionStory.implied();

        // When
        for (int i = 1; i <= CAPACITY; i++) {
            gate.decide(story.iteration(i));
        }

        // Then
        List<Verdict> made = gate.verdicts();
        assertThat(made).hasSize(CAPACITY);
        assertThat(made.get(0).getPreviousDigest()).isEmpty();
        assertThat(made.get(0).getPreviousVerdict()).isNull();
        assertThat(made.get(0).getVerdict()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        for (int i = 1; i < CAPACITY; i++) {
            assertThat(made.get(i).getPreviousDigest())
                    .isEqualTo(made.get(i - 1).getDigest());
            assertThat(made.get(i).getPreviousVerdict())
                    .isEqualTo(made.get(i - 1).getVerdict());
        }
        assertThat(made.get(7).getVerdict()).isEqualTo(VerdictLevel.PASS);
        assertThat(made.get(7).getFreezeReady()).isTrue();
        assertThat(made).extracting(Verdict::getId).doesNotHaveDuplicates();
    }

    @Test
    void shouldGiveTheSameDigestUnderAnotherNameAndAnotherForOtherContent() {
        // When
        gate.decide(DecisionStory.implied("run").iteration(1));
        gate.decide(DecisionStory.implied("copy").iteration(1));
        TuningDecision other = DecisionStory.implied("other").iteration(1);
        other.getWindow().getStatistics().get(0).setMax(0.31);
        gate.decide(other);

        // Then
        List<Verdict> made = gate.verdicts();
        assertThat(made.get(1).getDigest()).isEqualTo(made.get(0).getDigest());
        assertThat(made.get(1).getId()).isNotEqualTo(made.get(0).getId());
        assertThat(made.get(2).getDigest()).isNotEqualTo(made.get(0).getDigest());
    }

    @Test
    void shouldForgetARunWhenItEnds() {
        // Given
        DecisionStory story = DecisionStory.implied();
        gate.decide(story.iteration(1, Moves.of("tail_age_ms", "30")));
        gate.verdicts();
        int windowBefore = gate.<GateRunState>store(GateStores.RUN_RECORD)
                .get(Events.KEY)
                .getWindow()
                .size();
        GateOverrides overridesBefore =
                gate.<GateOverrides>store(GateStores.RUNTIME_OVERRIDES).get(Events.KEY);

        // When
        gate.decide(story.ended(null));

        // Then
        assertThat(windowBefore).isEqualTo(1);
        assertThat(overridesBefore.getProjection().getStateHash()).isEqualTo(story.hash());
        assertThat(gate.store(GateStores.RUN_RECORD).get(Events.KEY)).isNull();
        assertThat(gate.store(GateStores.RUNTIME_OVERRIDES).get(Events.KEY)).isNull();
        assertThat(gate.verdicts()).singleElement().matches(Verdict::getLast);
    }

    @Test
    void shouldMatchItsGoldenDescription() {
        TopologyGolden.check(
                "gate",
                GateTopology.build(
                        GateConfig.defaults(),
                        Topics.standard(),
                        new AvroSerdes(new InMemorySchemaRegistry()),
                        StoreKind.MEMORY),
                Path.of(""));
    }
}
