package io.soakstream.producer.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class SimulatedMarketPropertyTest {
    @Property(tries = 300)
    void shouldStayInsideWhatCanBe(
            @ForAll long seed,
            @ForAll Regime regime,
            @ForAll @IntRange(min = 1, max = 2000) int iteration,
            @ForAll @DoubleRange(min = 0.3, max = 3) double scale,
            @ForAll @DoubleRange(min = 0, max = 2) double spreadBps) {
        // When
        SimulatedIteration result = SimulatedMarket.of(seed, RegimePlan.of(regime))
                .iterate(
                        iteration,
                        new BotSettings(
                                60 / scale, 300 * scale, spreadBps, 0.05, 0.10 * scale, 0.15, 600 / scale, 10 * scale));

        // Then
        Blocks blocks = result.blocks();
        assertThat(List.of(
                        blocks.riskRatio(),
                        blocks.minIntervalRatio(),
                        blocks.concurrencyRatio(),
                        blocks.allowedRatio(),
                        result.makerShare(),
                        result.cancelRatio(),
                        result.telemetry().hitRatio(),
                        result.telemetry().deadlineMissRate()))
                .allMatch(ratio -> ratio >= 0 && ratio <= 1);
        assertThat(List.of(result.p95LatencyMs(), result.adverseBpsP95(), result.slippageBpsP95()))
                .allMatch(amount -> amount > 0 && Double.isFinite(amount));
        assertThat(result.netBps()).isFinite();
        assertThat(result.takerFills()).isNotNegative();
    }
}
