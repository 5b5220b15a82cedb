package io.soakstream.producer.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatedMarketTest {
    @Test
    void shouldGiveTheSameIterationWhateverWasAskedBefore() {
        // Given
        SimulatedMarket market = SimulatedMarket.of(42, RegimePlan.of(Regime.VOLATILE));
        List<SimulatedIteration> forwards = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> market.iterate(number, BotSettings.REFERENCE))
                .toList();

        // When
        List<SimulatedIteration> alone = IntStream.iterate(20, number -> number >= 1, number -> number - 1)
                .mapToObj(number ->
                        SimulatedMarket.of(42, RegimePlan.of(Regime.VOLATILE)).iterate(number, BotSettings.REFERENCE))
                .toList();

        // Then
        assertThat(alone).containsExactlyInAnyOrderElementsOf(forwards);
    }

    /** Digits that every JVM must give: a change here is a change of every simulated digest. */
    @Test
    void shouldGiveTheseDigits() {
        // When
        SimulatedIteration iteration =
                SimulatedMarket.of(7, RegimePlan.of(Regime.CALM)).iterate(3, BotSettings.REFERENCE);

        // Then
        assertThat(List.of(iteration.netBps(), iteration.blocks().riskRatio(), iteration.p95LatencyMs()))
                .containsExactly(2.48190825865347, 0.3741120956957582, 292.00817825873247);
    }

    @Test
    void shouldDifferBySeed() {
        assertThat(SimulatedMarket.of(1, RegimePlan.of(Regime.CALM)).iterate(1, BotSettings.REFERENCE))
                .isNotEqualTo(SimulatedMarket.of(2, RegimePlan.of(Regime.CALM)).iterate(1, BotSettings.REFERENCE));
    }

    @Test
    void shouldChangeTheRegimeWhenThePlanSaysSo() {
        // Given
        RegimePlan plan =
                RegimePlan.of(Regime.CALM).then(5, Regime.ADVERSE_SELECTION).then(9, Regime.CALM);

        // When
        List<Regime> regimes =
                IntStream.of(1, 4, 5, 8, 9, 20).mapToObj(plan::at).toList();

        // Then
        assertThat(regimes)
                .containsExactly(
                        Regime.CALM,
                        Regime.CALM,
                        Regime.ADVERSE_SELECTION,
                        Regime.ADVERSE_SELECTION,
                        Regime.CALM,
                        Regime.CALM);
    }

    @Test
    void shouldRefuseAPlanThatGoesBack() {
        assertThatThrownBy(() ->
                        RegimePlan.of(Regime.CALM).then(9, Regime.VOLATILE).then(5, Regime.CALM))
                .hasMessage("changes: iteration 5 after 9");
    }
}
