package io.soakstream.producer.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.producer.simulator.Regime;
import io.soakstream.producer.simulator.RegimePlan;
import io.soakstream.producer.simulator.SimulatedIteration;
import io.soakstream.producer.simulator.SimulatedMarket;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.Parameter;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of docs/simulator.md is true, by hand and without any tuner. */
class DirectionsTest {
    private static final int POINTS = 9;
    private static final int ITERATIONS = 6;
    private static final long SEED = 4711;
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();

    private static final Map<String, ToDoubleFunction<SimulatedIteration>> KPIS = Map.ofEntries(
            Map.entry("risk_ratio", iteration -> iteration.blocks().riskRatio()),
            Map.entry("concurrency_ratio", iteration -> iteration.blocks().concurrencyRatio()),
            Map.entry("cancel_ratio", SimulatedIteration::cancelRatio),
            Map.entry("p95_latency_ms", SimulatedIteration::p95LatencyMs),
            Map.entry("adverse_bps_p95", SimulatedIteration::adverseBpsP95),
            Map.entry("slippage_bps_p95", SimulatedIteration::slippageBpsP95),
            Map.entry("order_age_p95_ms", SimulatedIteration::orderAgeP95Ms),
            Map.entry("maker_taker_ratio", SimulatedIteration::makerShare),
            Map.entry("inventory_bps", iteration -> iteration.edge().inventoryBps()),
            Map.entry("fills", iteration -> iteration.fills()));

    /** A row of the table. */
    record Effect(String parameter, String kpi, String direction) {}

    static List<Effect> effects() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("../docs/simulator.md"))) {
            return lines.map(line -> line.split("\\s*\\|\\s*"))
                    .filter(cells -> cells.length == 5 && (cells[3].equals("up") || cells[3].equals("down")))
                    .map(cells -> new Effect(cells[1], cells[2], cells[3]))
                    .toList();
        }
    }

    @Test
    void shouldSayOfEveryTunableWhatItMoves() throws IOException {
        assertThat(new TreeSet<>(effects().stream().map(Effect::parameter).toList()))
                .containsExactlyInAnyOrderElementsOf(
                        CATALOGUE.tunables().stream().map(Parameter::name).toList());
    }

    @ParameterizedTest
    @MethodSource("effects")
    void shouldMoveTheKpiInTheDocumentedDirectionInEveryRegime(Effect effect) {
        for (Regime regime : Regime.values()) {
            // When
            double[] means = overBounds(effect.parameter(), regime, KPIS.get(effect.kpi()));

            // Then
            double sign = effect.direction().equals("up") ? 1 : -1;
            assertThat(IntStream.range(1, POINTS).filter(i -> sign * (means[i] - means[i - 1]) <= 0))
                    .as("%s in %s: %s", effect, regime, Arrays.toString(means))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Regime.class)
    void shouldEarnMostBetweenTheBounds(Regime regime) {
        for (String parameter : List.of("base_spread_bps", "concurrency_limit")) {
            // When
            double[] net = overBounds(parameter, regime, SimulatedIteration::netBps);

            // Then
            int best = IntStream.range(0, POINTS)
                    .boxed()
                    .max((one, other) -> Double.compare(net[one], net[other]))
                    .orElseThrow();
            assertThat(best)
                    .as("%s in %s: %s", parameter, regime, Arrays.toString(net))
                    .isBetween(1, POINTS - 2);
        }
    }

    private static double[] overBounds(String name, Regime regime, ToDoubleFunction<SimulatedIteration> kpi) {
        return IntStream.range(0, POINTS)
                .mapToDouble(point -> mean(with(CATALOGUE.get(name), point), regime, kpi))
                .toArray();
    }

    private static double mean(Overrides values, Regime regime, ToDoubleFunction<SimulatedIteration> kpi) {
        SimulatedMarket market = SimulatedMarket.of(SEED, RegimePlan.of(regime));
        return IntStream.rangeClosed(1, ITERATIONS)
                .mapToObj(iteration -> market.iterate(iteration, SettingsMapper.of(values)))
                .mapToDouble(kpi)
                .average()
                .orElseThrow();
    }

    private static Overrides with(Parameter parameter, int point) {
        BigDecimal along = parameter
                .span()
                .multiply(BigDecimal.valueOf(point))
                .divide(BigDecimal.valueOf(POINTS - 1), 10, RoundingMode.HALF_EVEN);
        return Overrides.startingFrom(
                CATALOGUE, Map.of(parameter.name(), parameter.min().add(along)));
    }
}
