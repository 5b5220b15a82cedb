package io.soakstream.tuner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.schemas.canonical.StateHash;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.Outcome;
import io.soakstream.schemas.projection.Resolution;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.vector.AssertsVectors;
import io.soakstream.tuner.vector.Vector;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The calculus and the outcome against the earlier system's apply pipeline; what it wrote to files is the gate's. */
class OutcomeVectorsTest {
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();

    @Test
    @AssertsVectors("hash_1")
    void shouldHashEqualStatesAlikeAndOthersNot() {
        // Given
        JsonNode documents = Vector.of("hash_1").input();

        // When
        String first = hash(documents.get(0));
        String other = hash(documents.get(1));
        String again = hash(documents.get(2));

        // Then
        assertThat(first).isEqualTo(again).isNotEqualTo(other).matches("[0-9a-f]{64}");
    }

    private static String hash(JsonNode document) {
        return Overrides.startingFrom(CATALOGUE, Vector.decimals(document.get("risk")))
                .stateHash();
    }

    /** D-02: the vector's number is a target. Proposals are differences here, so a command gives the target. */
    @Test
    @AssertsVectors("noop_1")
    void shouldSeeThatATargetIsReachedAlready() {
        // Given
        DomainRun run = new DomainRun(TunerConfig.defaults());
        run.send(RunEvents.started(Map.of()));
        JsonNode steps = Vector.of("noop_1").input().get("steps");

        // When
        Decision first = target(run, "c1", steps.get(0));
        Decision again = target(run, "c2", steps.get(1));

        // Then
        assertThat(first.resolution()).isEqualTo(Resolution.applied());
        assertThat(again.resolution()).isEqualTo(Resolution.noOp("no_change"));
    }

    /** D-02: as above. The run starts beside the best cell, so that all four values change. */
    @Test
    @AssertsVectors("nested_1")
    void shouldFindItsValuesWhereTheBotsFileHasThem() {
        // Given
        DomainRun run = new DomainRun(TunerConfig.defaults());
        Map<String, BigDecimal> start =
                Map.of("impact_cap_ratio", new BigDecimal("0.09"), "tail_age_ms", new BigDecimal("650"));
        run.send(RunEvents.started(start));
        JsonNode steps = Vector.of("nested_1").input().get("steps");

        // When
        Decision first = target(run, "c1", steps.get(0));
        Decision again = target(run, "c2", steps.get(1));

        // Then
        Map<String, BigDecimal> changed =
                new TreeMap<>(first.projection().overrides().values());
        Overrides.startingFrom(CATALOGUE, start).values().forEach(changed::remove);
        assertThat(changed.keySet())
                .containsExactly("base_spread_bps", "concurrency_limit", "impact_cap_ratio", "tail_age_ms");
        assertThat(first.projection().overrides().document().get("engine").get("concurrency_limit"))
                .isEqualByComparingTo("15");
        assertThat(again.resolution().outcome()).isEqualTo(Outcome.NO_OP);
        assertThat(again.resultHash()).isEqualTo(first.resultHash());
    }

    @Test
    @AssertsVectors("atomic_1")
    void shouldHashWhatTheBotsFileWillHold() {
        // Given
        Vector vector = Vector.of("atomic_1");
        DomainRun run = new DomainRun(TunerConfig.defaults());
        run.send(RunEvents.started(Map.of()));

        // When
        Decision decision = target(run, "c1", vector.input());

        // Then
        Overrides after = decision.projection().overrides();
        assertThat(decision.resolution()).isEqualTo(Resolution.applied());
        assertThat(decision.resultHash())
                .hasSize(vector.expected().get("state_hash_len").intValue())
                .isEqualTo(StateHash.of(after.document()));
        assertThat(after.document().get("engine").get("tail_age_ms")).isEqualByComparingTo("500");
        assertThat(after.document().get("risk").get("base_spread_bps")).isEqualByComparingTo("0.25");
    }

    private static Decision target(DomainRun run, String id, JsonNode step) {
        Map<String, BigDecimal> values = new TreeMap<>(
                run.state().orElseThrow().running().projection().overrides().values());
        values.putAll(Vector.decimals(step.get("proposed")));
        return run.decide(RunEvents.command(id, Command.Action.REBASE, values, Set.of()));
    }
}
