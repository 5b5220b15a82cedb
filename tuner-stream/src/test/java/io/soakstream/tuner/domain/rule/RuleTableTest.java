package io.soakstream.tuner.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.tuner.domain.KpiPoint;
import io.soakstream.tuner.domain.RunEvents;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The edges of the rules that no vector and no recording stands on. */
class RuleTableTest {
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();
    private static final RuleTable RULES = RuleTable.defaults();

    @ParameterizedTest
    @CsvSource({
        "0.39, 3.0, 4.0, 1.0, false",
        "0.40, 3.0, 4.0, 1.0, true",
        "0.39, 2.99, 4.0, 1.0, true",
        "0.39, 3.0, 1.0, 3.0, false",
        "0.40, 3.0, 1.0, 3.0, true",
        "0.39, 2.99, 1.0, 3.0, true"
    })
    void shouldLeaveDriversAloneInTheStableZone(
            double risk, double net, double adverse, double slippage, boolean fires) {
        // When
        Proposal proposal = propose(Overrides.start(CATALOGUE), situation(net, risk, 0.9, 200.0, adverse, slippage));

        // Then
        assertThat(proposal.rules().contains("ADVERSE") || proposal.rules().contains("SLIPPAGE"))
                .isEqualTo(fires);
    }

    @Test
    void shouldTellWhereAMoveWasCut() {
        // Given
        Overrides near =
                values(Map.of("min_interval_ms", "52", "impact_cap_ratio", "0.0975", "replace_rate_per_min", "215"));

        // When
        Proposal normalized = propose(near, situation(3.5, 0.2, 0.9, 200.0, 1.0, 1.0));
        Proposal fallenBack = propose(near, losing());

        // Then
        assertThat(normalized.deltas())
                .containsExactly(
                        new ProposedDelta(
                                "min_interval_ms",
                                "NORMALIZE",
                                new BigDecimal("52"),
                                new BigDecimal("-2"),
                                new BigDecimal("50"),
                                Optional.of("limit")),
                        new ProposedDelta(
                                "impact_cap_ratio",
                                "NORMALIZE",
                                new BigDecimal("0.0975"),
                                new BigDecimal("0.0025"),
                                new BigDecimal("0.1000"),
                                Optional.of("limit")));
        assertThat(fallenBack.deltas())
                .filteredOn(delta -> delta.parameter().equals("replace_rate_per_min"))
                .singleElement()
                .satisfies(delta -> {
                    assertThat(delta.boundHit()).contains("min");
                    assertThat(delta.to()).isEqualByComparingTo("200");
                });
        assertThat(fallenBack.deltas())
                .filteredOn(delta -> delta.parameter().equals("min_interval_ms"))
                .singleElement()
                .satisfies(delta -> assertThat(delta.boundHit()).isEmpty());
    }

    @Test
    void shouldGiveAParameterToTheFirstThatMovesIt() {
        // Given
        Overrides atCap = values(Map.of("tail_age_ms", "800"));

        // When
        Proposal proposal = propose(Overrides.start(CATALOGUE), situation(1.0, 0.7, 0.9, 400.0, 4.0, 3.0));
        Proposal capped = propose(atCap, situation(1.0, 0.7, 0.9, 400.0, 4.0, 3.0));

        // Then
        assertThat(proposal.byParameter().get("tail_age_ms")).isEqualByComparingTo("30");
        assertThat(proposal.notes()).isEmpty();
        assertThat(proposal.rules()).containsExactly("AGGRESSIVE", "LATENCY_HARD", "ADVERSE", "SLIPPAGE");
        assertThat(capped.notes())
                .containsExactly(
                        "AGGRESSIVE:tail_age_ms:at_bound",
                        "LATENCY_HARD:tail_age_ms:at_bound",
                        "SLIPPAGE:tail_age_ms:at_bound");
    }

    @Test
    void shouldFallBackAloneAndRestAfterIt() {
        // Given
        RuleMemory memory = RuleMemory.initial();
        Overrides start = Overrides.start(CATALOGUE);

        // When
        boolean[] fell = new boolean[6];
        for (int i = 0; i < fell.length; i++) {
            RuleTable.Evaluated evaluated = RULES.evaluate(
                    situation(-1.0, 0.7, 0.9, 400.0, 4.0, 3.0).with(memory.counted(new BigDecimal("-1.0"))),
                    start,
                    CATALOGUE);
            memory = evaluated.memory();
            fell[i] = evaluated.proposal().rules().equals(List.of("FALLBACK"));
        }

        // Then
        assertThat(fell).containsExactly(false, true, false, true, false, true);
    }

    @Test
    void shouldForgetALossByAnIterationWithoutOne() {
        // Given
        RuleMemory loss = RuleMemory.initial().counted(new BigDecimal("-0.01"));

        // Then
        assertThat(loss.negativeIterations()).isEqualTo(1);
        assertThat(loss.counted().negativeIterations()).isEqualTo(1);
        assertThat(loss.counted(BigDecimal.ZERO).negativeIterations()).isZero();
        assertThat(loss.counted(new BigDecimal("-0.01")).negativeIterations()).isEqualTo(2);
        assertThat(loss.sinceFallback()).isEqualTo(RuleMemory.LONG_AGO);
        assertThat(loss.fellBack()).isEqualTo(new RuleMemory(0, 0));
        assertThat(loss.fellBack().counted().sinceFallback()).isEqualTo(1);
        assertThat(new RuleMemory(RuleMemory.LONG_AGO, 0)
                        .counted(BigDecimal.ONE.negate())
                        .negativeIterations())
                .isEqualTo(RuleMemory.LONG_AGO);
    }

    @Test
    void shouldTellWhatEveryRuleFound() {
        // When
        Proposal proposal = propose(Overrides.start(CATALOGUE), situation(3.5, 0.2, null, 365.0, 1.0, 1.0));

        // Then
        assertThat(proposal.evaluations())
                .extracting(RuleEvaluation::rule)
                .containsExactly(
                        "FALLBACK",
                        "AGGRESSIVE",
                        "MODERATE",
                        "MAKER_BOOST",
                        "LATENCY_BUFFER",
                        "LATENCY_HARD",
                        "ADVERSE",
                        "SLIPPAGE",
                        "NORMALIZE");
        assertThat(proposal.evaluations())
                .filteredOn(RuleEvaluation::fired)
                .extracting(RuleEvaluation::rule)
                .containsExactly("LATENCY_HARD");
        assertThat(proposal.evaluations().get(5).checks())
                .containsExactly(new Check(
                        "p95_latency_ms",
                        Optional.of(new BigDecimal("365")),
                        ">",
                        Optional.of(new BigDecimal("360")),
                        true));
        assertThat(proposal.evaluations().get(3).checks().get(1))
                .isEqualTo(new Check(
                        "maker_taker_ratio", Optional.empty(), "<", Optional.of(new BigDecimal("0.85")), false));
        assertThat(proposal.evaluations().get(8).checks().get(4))
                .isEqualTo(new Check("LATENCY_HARD", Optional.empty(), "is not", Optional.empty(), false));
    }

    private static Proposal propose(Overrides current, Situation situation) {
        return RULES.evaluate(situation, current, CATALOGUE).proposal();
    }

    private static Situation losing() {
        RuleMemory two = RuleMemory.initial().counted(BigDecimal.ONE.negate()).counted(BigDecimal.ONE.negate());
        return situation(-1.0, 0.5, 0.9, 200.0, 1.0, 1.0).with(two);
    }

    private static Situation situation(
            Double net, Double risk, Double share, Double p95, Double adverse, Double slippage) {
        return Situation.of(
                new KpiPoint(1, RunEvents.kpis(net, risk, share, p95, adverse, slippage)), RuleMemory.initial());
    }

    private static Overrides values(Map<String, String> values) {
        Map<String, BigDecimal> decimals = new TreeMap<>();
        values.forEach((name, value) -> decimals.put(name, new BigDecimal(value)));
        return Overrides.startingFrom(CATALOGUE, decimals);
    }
}
