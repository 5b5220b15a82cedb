package io.soakstream.tuner.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.parameter.InvalidParameterException;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.tuner.domain.KpiPoint;
import io.soakstream.tuner.vector.AssertsVectors;
import io.soakstream.tuner.vector.Vector;
import io.soakstream.tuner.vector.VectorSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * The rules against the earlier system's proposals. Its replace rate, 6.0 where nothing else is said, is outside the
 * catalogue: rates and their deltas are asserted times 50 (300 for 6.0).
 */
class RuleVectorsTest {
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();
    private static final RuleTable RULES = RuleTable.defaults();
    private static final String REPLACE_RATE = "replace_rate_per_min";
    private static final BigDecimal RATE_SCALE = new BigDecimal("50");

    /** What the earlier tuner took for absent values: behaviour.md 3.1. */
    private static final Map<String, BigDecimal> DEFAULTS = Map.of(
            "min_interval_ms",
            new BigDecimal("60"),
            "impact_cap_ratio",
            new BigDecimal("0.09"),
            "max_delta_ratio",
            new BigDecimal("0.14"),
            "base_spread_bps_delta",
            new BigDecimal("0.14"),
            "tail_age_ms",
            new BigDecimal("650"),
            REPLACE_RATE,
            new BigDecimal("6.0"),
            "base_spread_bps",
            new BigDecimal("0.12"),
            "concurrency_limit",
            new BigDecimal("10"));

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

    /** D-47: the earlier one asks for 85 ms and clamps later; ours cuts the proposal itself at the catalogue's 80 ms. */
    @Test
    @AssertsVectors("propose_boost")
    void shouldCutTheBoostAtTheCatalogue() {
        // When
        Proposal proposal = proposed("propose_boost");

        // Then
        assertThat(texts(proposal))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("base_spread_bps", "0.015", REPLACE_RATE, "-45", "min_interval_ms", "20"));
        assertThat(proposal.deltas())
                .filteredOn(delta -> delta.parameter().equals("min_interval_ms"))
                .extracting(ProposedDelta::boundHit)
                .allSatisfy(bound -> assertThat(bound).contains("max"));
    }

    /** D-43: explicit zeros become no delta at all, and a note each. */
    @Test
    @AssertsVectors("propose_caps")
    void shouldProposeNothingAtTheCaps() {
        // When
        Proposal proposal = proposed("propose_caps");

        // Then
        assertThat(proposal.isEmpty()).isTrue();
        assertThat(proposal.notes())
                .containsExactly(
                        "AGGRESSIVE:min_interval_ms:at_bound",
                        "AGGRESSIVE:impact_cap_ratio:at_bound",
                        "AGGRESSIVE:tail_age_ms:at_bound");
        assertThat(proposal.nothing()).isEqualTo("at_bound");
    }

    /**
     * D-05: values beyond a rule's limit were pulled the wrong way. The vector's own are outside the catalogue, so a run
     * cannot even start with them; values that are beyond the limits of MODERATE alone are left where they are.
     */
    @Test
    @AssertsVectors("propose_above_caps_inverts")
    void shouldNeverLoosenWhatIsBeyondItsLimit() {
        // Given
        Vector vector = Vector.of("propose_above_caps_inverts");
        Map<String, BigDecimal> beyond = values(vector);
        Map<String, BigDecimal> beyondModerate = new TreeMap<>(DEFAULTS);
        beyondModerate.putAll(Map.of(
                REPLACE_RATE,
                new BigDecimal("300"),
                "min_interval_ms",
                new BigDecimal("80"),
                "impact_cap_ratio",
                new BigDecimal("0.08")));

        // When
        Proposal proposal = RULES.evaluate(
                        situation(Vector.of("propose_mod_cap10")),
                        Overrides.startingFrom(CATALOGUE, beyondModerate),
                        CATALOGUE)
                .proposal();

        // Then
        assertThatThrownBy(() -> Overrides.startingFrom(CATALOGUE, beyond))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("is outside");
        assertThat(proposal.isEmpty()).isTrue();
        assertThat(proposal.nothing()).isEqualTo("at_bound");
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

    /**
     * tuning-rules.md 1 and 2: the wide limits of the legacy tuner (its values are refused here) are replaced by the
     * catalogue's bounds, and the impact cap is left alone. What carries over: a step is cut at the limit, a tail age
     * above its target is not taken back.
     */
    @Test
    @AssertsVectors("legacy_fallback_limits")
    void shouldCutTheFallbackAtTheCatalogue() {
        // Given
        Vector vector = Vector.of("legacy_fallback_limits");
        Overrides current = Overrides.startingFrom(
                CATALOGUE,
                Map.of(
                        "min_interval_ms",
                        new BigDecimal("75"),
                        REPLACE_RATE,
                        new BigDecimal("215"),
                        "base_spread_bps_delta",
                        new BigDecimal("0.24"),
                        "impact_cap_ratio",
                        new BigDecimal("0.08"),
                        "tail_age_ms",
                        new BigDecimal("750")));

        // When
        Proposal proposal = fallback(current);

        // Then
        assertThatThrownBy(() -> Overrides.startingFrom(
                        CATALOGUE, Vector.decimals(vector.input().get("current"))))
                .isInstanceOf(InvalidParameterException.class);
        assertThat(texts(proposal))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("min_interval_ms", "5", REPLACE_RATE, "-15", "base_spread_bps_delta", "0.01"));
        assertThat(proposal.notes()).containsExactly("FALLBACK:tail_age_ms:at_bound");
    }

    private static Proposal fallback(Overrides current) {
        Situation losing = Situation.of(new KpiPoint(2, Map.of(Kpi.NET_BPS, -2.0, Kpi.RISK_RATIO, 0.3)), losses());
        return RULES.evaluate(losing, current, CATALOGUE).proposal();
    }

    private static RuleMemory losses() {
        BigDecimal loss = new BigDecimal("-2");
        return RuleMemory.initial().counted(loss).counted(loss);
    }

    private static Proposal proposed(String id) {
        Vector vector = Vector.of(id);
        return propose(vector, values(vector)).proposal();
    }

    private static RuleTable.Evaluated propose(Vector vector, Map<String, BigDecimal> values) {
        return RULES.evaluate(situation(vector), Overrides.startingFrom(CATALOGUE, ratesScaled(values)), CATALOGUE);
    }

    private static Situation situation(Vector vector) {
        Map<Kpi, Double> kpis = new EnumMap<>(Kpi.class);
        JsonNode summary = vector.input().get("summary");
        for (Kpi kpi : Kpi.values()) {
            if (summary.path(kpi.field()).isNumber()) {
                kpis.put(kpi, summary.get(kpi.field()).doubleValue());
            }
        }
        return Situation.of(new KpiPoint(1, kpis), RuleMemory.initial());
    }

    private static Map<String, BigDecimal> values(Vector vector) {
        Map<String, BigDecimal> values = new TreeMap<>(DEFAULTS);
        values.putAll(Vector.decimals(vector.input().get("overrides")));
        return values;
    }

    private static Map<String, BigDecimal> deltas(Vector vector) {
        return Vector.decimals(vector.expected().get("deltas"));
    }

    private static Map<String, BigDecimal> ratesScaled(Map<String, BigDecimal> numbers) {
        Map<String, BigDecimal> scaled = new TreeMap<>(numbers);
        scaled.computeIfPresent(REPLACE_RATE, (name, rate) -> rate.multiply(RATE_SCALE));
        return scaled;
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

    private static Map<String, String> texts(Proposal proposal) {
        return plain(proposal.byParameter());
    }

    private static Map<String, String> plain(Map<String, BigDecimal> decimals) {
        Map<String, String> plain = new TreeMap<>();
        decimals.forEach(
                (name, decimal) -> plain.put(name, decimal.stripTrailingZeros().toPlainString()));
        return plain;
    }
}
