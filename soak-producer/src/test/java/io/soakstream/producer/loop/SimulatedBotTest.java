package io.soakstream.producer.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.soakstream.producer.simulator.Regime;
import io.soakstream.producer.simulator.RegimePlan;
import io.soakstream.producer.simulator.SimulatedIteration;
import io.soakstream.producer.simulator.SimulatedMarket;
import io.soakstream.schemas.contract.BlockReason;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedBotTest {
    private final Overrides start = Overrides.start(ParameterCatalogue.standard());
    private final Overrides slower = start.plus(Map.of("min_interval_ms", new BigDecimal("20")));
    private final List<SimulatedIteration> observed = new ArrayList<>();
    private final SimulatedBot bot = new SimulatedBot(SimulatedMarket.of(5, RegimePlan.of(Regime.CALM)), observed::add);

    @BeforeEach
    void trustTheContracts() {
        new AvroSerdes(new InMemorySchemaRegistry()).of(SoakEvent.class);
    }

    private IterationSummary period(int iteration, InForce told) {
        return bot.period(iteration, told).get(0).sound().orElseThrow();
    }

    @Test
    void shouldSayWhatItRanWith() {
        // When
        IterationSummary summary = period(1, InForce.throughout(slower));

        // Then
        assertThat(summary.getOverridesHash()).isEqualTo(slower.stateHash());
        assertThat(OverridesMapper.effective(summary)).isEqualTo(slower);
        assertThat(summary.getMixed()).isFalse();
    }

    @Test
    void shouldSayWhenThatChangedInTheMiddle() {
        // When
        IterationSummary before = period(1, InForce.throughout(start));
        IterationSummary mixed = period(1, new InForce(start, slower));
        IterationSummary after = period(1, InForce.throughout(slower));

        // Then
        assertThat(mixed.getMixed()).isTrue();
        assertThat(mixed.getRiskRatio()).isLessThan(before.getRiskRatio()).isGreaterThan(after.getRiskRatio());
    }

    @Test
    void shouldReportPartsThatAddUp() {
        // When
        IterationSummary summary = period(1, InForce.throughout(start));

        // Then
        double parts = summary.getGrossBps()
                - summary.getFeesEffBps()
                - summary.getAdverseBps()
                - summary.getSlippageBps()
                - summary.getInventoryBps();
        assertThat(summary.getNetBps()).isCloseTo(parts, offset(0.003));
        assertThat(summary.getBlockReasons().stream()
                        .mapToDouble(BlockReason::getRatio)
                        .sum())
                .isLessThan(1);
        assertThat(summary.getTickLatencyP95Ms()).isGreaterThan(summary.getTickLatencyP50Ms());
    }

    @Test
    void shouldAverageTheEdgeByItsHalfLife() {
        // When
        IterationSummary first = period(1, InForce.throughout(start));
        IterationSummary second = period(2, InForce.throughout(start));

        // Then
        double kept = Math.pow(0.5, 1 / 12.0);
        assertThat(first.getEdgeBpsEma1h()).isEqualTo(first.getNetBps());
        assertThat(second.getEdgeBpsEma1h())
                .isCloseTo(kept * first.getNetBps() + (1 - kept) * second.getNetBps(), offset(0.002));
        assertThat(second.getElapsedMs()).isEqualTo(600_000);
    }

    @Test
    void shouldShowItsTelemetryToAnObserver() {
        // When
        period(1, InForce.throughout(start));

        // Then
        assertThat(observed).singleElement().satisfies(iteration -> {
            assertThat(iteration
                            .telemetry()
                            .ticks()
                            .atMost(iteration.telemetry().ticks().quantileMs(0.95)))
                    .isCloseTo(0.95, offset(1e-9));
            assertThat(iteration.telemetry().activeOrders()).isPositive();
        });
    }
}
