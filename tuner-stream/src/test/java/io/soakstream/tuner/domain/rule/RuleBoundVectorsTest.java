package io.soakstream.tuner.domain.rule;

import static io.soakstream.tuner.domain.rule.RuleVectors.CATALOGUE;
import static io.soakstream.tuner.domain.rule.RuleVectors.DEFAULTS;
import static io.soakstream.tuner.domain.rule.RuleVectors.REPLACE_RATE;
import static io.soakstream.tuner.domain.rule.RuleVectors.RULES;
import static io.soakstream.tuner.domain.rule.RuleVectors.fallback;
import static io.soakstream.tuner.domain.rule.RuleVectors.proposed;
import static io.soakstream.tuner.domain.rule.RuleVectors.situation;
import static io.soakstream.tuner.domain.rule.RuleVectors.texts;
import static io.soakstream.tuner.domain.rule.RuleVectors.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.schemas.parameter.InvalidParameterException;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.tuner.vector.AssertsVectors;
import io.soakstream.tuner.vector.Vector;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The rules where the earlier system's proposals meet bounds: ours are those of the catalogue. */
class RuleBoundVectorsTest {

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
}
