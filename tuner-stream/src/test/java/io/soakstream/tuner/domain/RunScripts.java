package io.soakstream.tuner.domain;

import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.parameter.Parameter;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Command.Action;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Arbitrary runs. Half of their iterations are of a kind at which rules fire, or long streaks would never come. */
public final class RunScripts {
    private static final int MAX_STEPS = 50;
    private static final long DAY_MS = 86_400_000;

    private RunScripts() {}

    /** Nothing but iterations. */
    public static Arbitrary<RunScript> iterations() {
        return scripts(Arbitraries.just(Optional.<Action>empty()));
    }

    /** Every tenth event a command. */
    public static Arbitrary<RunScript> commanded() {
        return scripts(
                Arbitraries.of(Action.FREEZE, Action.UNFREEZE, Action.REBASE).optional(0.1));
    }

    private static Arbitrary<RunScript> scripts(Arbitrary<Optional<Action>> commands) {
        Arbitrary<RunScript.Step> steps = Combinators.combine(numberSteps(), timeSteps(), kpis(), commands)
                .as(RunScript.Step::new);
        return Combinators.combine(
                        starts(),
                        steps.list()
                                .ofMinSize(1)
                                .ofMaxSize(MAX_STEPS)
                                .withSizeDistribution(RandomDistribution.uniform()))
                .as(RunScript::new);
    }

    /** Values inside the bounds, at the catalogue's scale. */
    private static Arbitrary<Map<String, BigDecimal>> starts() {
        List<Parameter> tunables = ParameterCatalogue.standard().tunables();
        List<Arbitrary<BigDecimal>> values = tunables.stream()
                .<Arbitrary<BigDecimal>>map(parameter -> Arbitraries.bigDecimals()
                        .between(parameter.min(), parameter.max())
                        .ofScale(parameter.scale()))
                .toList();
        return Combinators.combine(values).as(chosen -> {
            Map<String, BigDecimal> start = new HashMap<>();
            for (int i = 0; i < chosen.size(); i++) {
                start.put(tunables.get(i).name(), chosen.get(i));
            }
            return start;
        });
    }

    private static Arbitrary<Integer> numberSteps() {
        return Arbitraries.frequency(Tuple.of(8, 1), Tuple.of(1, 2), Tuple.of(1, 40));
    }

    /** On time, close together, at once, back, after a pause, after days. */
    private static Arbitrary<Long> timeSteps() {
        return Arbitraries.frequency(
                Tuple.of(6, RunEvents.PERIOD_MS),
                Tuple.of(3, 1500L),
                Tuple.of(2, 0L),
                Tuple.of(1, -700_000L),
                Tuple.of(1, 1_200_000L),
                Tuple.of(1, 2 * DAY_MS));
    }

    private static Arbitrary<Map<Kpi, Double>> kpis() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(RunEvents.quiet(), RunEvents.risky(), RunEvents.good())),
                Tuple.of(1, Arbitraries.just(RunEvents.kpis(2.8, 0.3, 0.6, 200.0, 1.0, 1.0))),
                Tuple.of(1, Arbitraries.just(RunEvents.kpis(-1.0, 0.5, 0.9, 200.0, 4.0, 3.0))),
                Tuple.of(1, Arbitraries.just(RunEvents.kpis(2.9, 0.3, 0.9, 365.0, 1.0, 1.0))),
                Tuple.of(4, anyKpis()));
    }

    private static Arbitrary<Map<Kpi, Double>> anyKpis() {
        return Combinators.combine(
                        number(Kpi.NET_BPS, -1, 5),
                        number(Kpi.RISK_RATIO, 0, 1),
                        number(Kpi.MAKER_TAKER_RATIO, 0, 1),
                        number(Kpi.P95_LATENCY_MS, 250, 450),
                        number(Kpi.ADVERSE_BPS_P95, 0, 7),
                        number(Kpi.SLIPPAGE_BPS_P95, 0, 5))
                .as((net, risk, share, latency, adverse, slippage) -> {
                    Map<Kpi, Double> kpis = new EnumMap<>(Kpi.class);
                    List.of(net, risk, share, latency, adverse, slippage).forEach(kpis::putAll);
                    return kpis;
                });
    }

    /** Now and then unknown. */
    private static Arbitrary<Map<Kpi, Double>> number(Kpi kpi, int min, int max) {
        return Arbitraries.doubles()
                .between(min, max)
                .ofScale(2)
                .map(value -> Map.of(kpi, value))
                .optional(0.92)
                .map(known -> known.orElseGet(Map::of));
    }
}
