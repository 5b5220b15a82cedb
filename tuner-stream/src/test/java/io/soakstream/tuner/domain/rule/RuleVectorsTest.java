package io.soakstream.tuner.domain.rule;

import static io.soakstream.tuner.domain.rule.RuleVectors.CATALOGUE;
import static io.soakstream.tuner.domain.rule.RuleVectors.fallback;
import static io.soakstream.tuner.domain.rule.RuleVectors.plain;
import static io.soakstream.tuner.domain.rule.RuleVectors.propose;
import static io.soakstream.tuner.domain.rule.RuleVectors.proposed;
import static io.soakstream.tuner.domain.rule.RuleVectors.ratesScaled;
import static io.soakstream.tuner.domain.rule.RuleVectors.texts;
import static io.soakstream.tuner.domain.rule.RuleVectors.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.tuner.vector.AssertsVectors;
import io.soakstream.tuner.vector.Vector;
import io.soakstream.tuner.vector.VectorSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The rules against the earlier system's proposals; rates are asserted as {@link RuleVectors} says. */
class RuleVectorsTest {

    @ParameterizedTest
    @ArgumentsSource(VectorSource.class)
    @AssertsVectors({
        "propose_aggr_60",
        "propose_aggr_plus_drivers",
        "propose_mod_40",
        "propose_mod_cap10",
        "propose_gap_37",
        "propose_gap_37_lownet",
        "propose_boost_at_40",
        "propose_boost_net_low",
        "propose_boost_ratio_85",
        "propose_lat_329.9",
        "propose_lat_330",
        "propose_lat_360",
        "propose_lat_360.1",
        "propose_lat_aggr",
        "propose_adv_3.5",
        "propose_adv_3.51",
        "propose_slip_2.5",
        "propose_slip_2.51",
        "propose_net_null"
    })
    void shouldProposeAsTheEarlierTuner(Vector vector) {
        // When
        Proposal proposal = propose(vector, values(vector)).proposal();

        // Then
        assertThat(plain(proposal.byParameter())).isEqualTo(plain(ratesScaled(deltas(vector))));
        assertThat(rulesOfDeltas(proposal)).isEqualTo(rules(vector));
        assertThat(proposal.notes().contains("no_data")).isEqualTo(vector.id().equals("propose_net_null"));
    }

    /** D-05b: the earlier tuner computed NORMALIZE and then discarded it as STABLE; ours stands. */
    @Test
    @AssertsVectors("propose_norm_discarded")
    void shouldLetNormalizeStand() {
        // When
        Proposal proposal = proposed("propose_norm_discarded");

        // Then
        assertThat(texts(proposal))
                .containsExactlyInAnyOrderEntriesOf(Map.of("min_interval_ms", "-3", "impact_cap_ratio", "0.005"));
        assertThat(proposal.rules()).containsExactly("NORMALIZE");
    }

    /** The vector's 500 ms is the catalogue's smallest. */
    @Test
    @AssertsVectors("lat_soft_1")
    void shouldRelieveLatencyAlsoWhereAllElseIsStable() {
        // When
        Proposal proposal = proposed("lat_soft_1");

        // Then
        assertThat(proposal.rules()).containsExactly("LATENCY_BUFFER");
        assertThat(texts(proposal))
                .containsExactlyInAnyOrderEntriesOf(Map.of("concurrency_limit", "-1", "tail_age_ms", "50"));
    }

    /** The vector's tail age of 450 ms is below the catalogue: asserted on 500 ms, its smallest. */
    @Test
    @AssertsVectors("lat_hard_1")
    void shouldRelieveHardLatencyMore() {
        // Given
        Vector vector = Vector.of("lat_hard_1");
        Map<String, BigDecimal> values = new TreeMap<>(values(vector));
        values.put("tail_age_ms", new BigDecimal("500"));

        // When
        Proposal proposal = propose(vector, values).proposal();

        // Then
        assertThat(proposal.rules()).containsExactly("LATENCY_HARD");
        assertThat(texts(proposal))
                .containsExactlyInAnyOrderEntriesOf(Map.of("concurrency_limit", "-2", "tail_age_ms", "75"));
    }

    @Test
    @AssertsVectors("legacy_fallback")
    void shouldFallBackAfterTwoLosses() {
        // Given
        Vector vector = Vector.of("legacy_fallback");
        Overrides current =
                Overrides.startingFrom(CATALOGUE, Vector.decimals(vector.input().get("current")));

        // When
        Proposal proposal = fallback(current);

        // Then
        Overrides after = current.plus(proposal.byParameter());
        Vector.decimals(vector.expected())
                .forEach((name, value) ->
                        assertThat(after.value(name).orElseThrow()).as(name).isEqualByComparingTo(value));
        assertThat(proposal.rules()).containsExactly("FALLBACK");
    }

    private static Map<String, BigDecimal> deltas(Vector vector) {
        return Vector.decimals(vector.expected().get("deltas"));
    }

    /** The earlier tuner called both driver rules DRIVER, and had words where no rule fired. */
    private static List<String> rules(Vector vector) {
        List<String> rules = new ArrayList<>();
        if (!deltas(vector).isEmpty()) {
            vector.expected().get("rationale_tags").forEach(tag -> rules.add(tag.asText()));
        }
        return rules;
    }

    private static List<String> rulesOfDeltas(Proposal proposal) {
        return proposal.deltas().stream()
                .map(ProposedDelta::rule)
                .map(rule -> rule.equals("ADVERSE") || rule.equals("SLIPPAGE") ? "DRIVER" : rule)
                .toList();
    }
}
