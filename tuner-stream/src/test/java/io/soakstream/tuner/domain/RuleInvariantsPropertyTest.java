package io.soakstream.tuner.domain;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.tuner.domain.rule.ProposedDelta;
import io.soakstream.tuner.report.DecisionJson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every proposal, whatever comes. */
class RuleInvariantsPropertyTest {
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();
    /** What each rule may move, and which way. */
    private static final Map<String, Set<String>> MOVES = Map.ofEntries(
            entry(
                    "FALLBACK",
                    Set.of("+min_interval_ms", "-replace_rate_per_min", "+base_spread_bps_delta", "+tail_age_ms")),
            entry("AGGRESSIVE", Set.of("+min_interval_ms", "-impact_cap_ratio", "+tail_age_ms")),
            entry("MODERATE", Set.of("+min_interval_ms", "-impact_cap_ratio")),
            entry("MAKER_BOOST", Set.of("+base_spread_bps", "-replace_rate_per_min", "+min_interval_ms")),
            entry("LATENCY_BUFFER", Set.of("-concurrency_limit", "+tail_age_ms")),
            entry("LATENCY_HARD", Set.of("-concurrency_limit", "+tail_age_ms")),
            entry("ADVERSE", Set.of("-impact_cap_ratio", "-max_delta_ratio")),
            entry("SLIPPAGE", Set.of("+base_spread_bps_delta", "+tail_age_ms")),
            entry("NORMALIZE", Set.of("-min_interval_ms", "+impact_cap_ratio")));

    private static final Set<String> WIDER = Set.of("+base_spread_bps", "+base_spread_bps_delta");
    private static final Set<String> FASTER = Set.of("-min_interval_ms", "+replace_rate_per_min", "+concurrency_limit");

    @Provide
    Arbitrary<RunScript> commanded() {
        return RunScripts.commanded();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void shouldNeverLeaveTheBounds(@ForAll("commanded") RunScript script) {
        for (RunScript.Played played : script.play()) {
            played.decision().projection().overrides().values().forEach((name, value) -> assertThat(value)
                    .as(name)
                    .isBetween(CATALOGUE.get(name).min(), CATALOGUE.get(name).max()));
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void shouldNeverMoveAgainstARulesDirection(@ForAll("commanded") RunScript script) {
        for (ProposedDelta delta : proposed(script)) {
            assertThat(MOVES.get(delta.rule())).as(delta.rule()).contains(direction(delta));
            assertThat(delta.to()).isEqualByComparingTo(delta.from().add(delta.delta()));
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void shouldNeverWidenAndSpeedUpAtOnce(@ForAll("commanded") RunScript script) {
        for (RunScript.Played played : script.playIterations()) {
            List<String> directions = played.decision().proposal().deltas().stream()
                    .map(RuleInvariantsPropertyTest::direction)
                    .toList();
            assertThat(directions.stream().anyMatch(WIDER::contains)
                            && directions.stream().anyMatch(FASTER::contains))
                    .as("%s", directions)
                    .isFalse();
            assertThat(directions).doesNotHaveDuplicates();
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void shouldProposeNothingWithoutNetOrRisk(@ForAll("commanded") RunScript script) {
        for (RunScript.Played played : script.playIterations()) {
            KpiPoint point = ((RunEvent.Iteration) played.event()).point();
            boolean known = point.value(Kpi.NET_BPS).isPresent()
                    && point.value(Kpi.RISK_RATIO).isPresent();
            assertThat(played.decision().proposal().notes().contains("no_data")).isEqualTo(!known);
            assertThat(known || played.decision().proposal().isEmpty()).isTrue();
            assertThat(known
                            || played.decision()
                                    .baseHash()
                                    .equals(played.decision().resultHash()))
                    .isTrue();
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void shouldDecideTheSameAgain(@ForAll("commanded") RunScript script) {
        assertThat(lines(script)).isEqualTo(lines(script));
    }

    private static List<String> lines(RunScript script) {
        return script.play().stream()
                .map(RunScript.Played::decision)
                .map(DecisionJson::line)
                .toList();
    }

    private static List<ProposedDelta> proposed(RunScript script) {
        return script.playIterations().stream()
                .flatMap(played -> played.decision().proposal().deltas().stream())
                .toList();
    }

    private static String direction(ProposedDelta delta) {
        return (delta.delta().signum() > 0 ? "+" : "-") + delta.parameter();
    }
}
