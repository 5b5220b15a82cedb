package io.soakstream.tuner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.parameter.Parameter;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Outcome;
import io.soakstream.tuner.domain.guard.GuardSignal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What no run gets past the guards, whatever comes. */
class GuardInvariantsPropertyTest {
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();
    private static final Set<String> CAPS = Set.of("impact_cap_ratio", "max_delta_ratio");
    private static final long HOUR_MS = 3_600_000;

    @Provide
    Arbitrary<RunScript> commanded() {
        return RunScripts.commanded();
    }

    @Provide
    Arbitrary<RunScript> iterations() {
        return RunScripts.iterations();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void shouldNeverMoveWhatIsFrozen(@ForAll("commanded") RunScript script) {
        for (RunScript.Played played : script.playIterations()) {
            SortedMap<String, BigDecimal> moved = moved(played.decision());
            moved.keySet().forEach(name -> assertThat(isFrozen(played.decision(), CATALOGUE.get(name)))
                    .as(name)
                    .isFalse());
            Statistics.label("freezes").collect(frozen(played.decision()));
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void shouldNeverFreezeTheEdgePartially(@ForAll("iterations") RunScript script) {
        for (RunScript.Played played : script.playIterations()) {
            assertThat(signal(played.decision(), GuardSignal.PARTIAL_FREEZE).concerned())
                    .doesNotContain("edge");
            played.decision().guarded().dropped().forEach((name, reasons) -> {
                boolean edge = CATALOGUE.get(name).subsystem().equals("edge");
                boolean steady = CAPS.contains(name)
                        && signal(played.decision(), GuardSignal.STEADY_FREEZE).debounced();
                assertThat(edge && reasons.contains("freeze")).as(name).isEqualTo(edge && steady);
            });
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void shouldNeverApplyFourTimesInARow(@ForAll("iterations") RunScript script) {
        int inARow = 0;
        for (RunScript.Played played : script.playIterations()) {
            inARow = played.decision().resolution().outcome() == Outcome.APPLIED ? inARow + 1 : 0;
            assertThat(inARow).isLessThanOrEqualTo(3);
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void shouldNeverMoveAParameterMoreThanTenStepsInAnHour(@ForAll("iterations") RunScript script) {
        List<Decision> decisions =
                script.playIterations().stream().map(RunScript.Played::decision).toList();
        for (int last = 0; last < decisions.size(); last++) {
            long nowMs = decisions.get(last).run().lastEventTimeMs();
            Map<String, BigDecimal> moved = new TreeMap<>();
            decisions.subList(0, last + 1).stream()
                    .filter(decision -> nowMs - decision.run().lastEventTimeMs() < HOUR_MS)
                    .forEach(decision ->
                            moved(decision).forEach((name, delta) -> moved.merge(name, delta.abs(), BigDecimal::add)));
            moved.forEach((name, sum) -> assertThat(sum)
                    .as(name)
                    .isLessThanOrEqualTo(
                            CATALOGUE.get(name).step().orElseThrow().multiply(BigDecimal.TEN)));
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void shouldLeaveAParameterAloneAfterALargeMove(@ForAll("iterations") RunScript script) {
        Map<String, Integer> cooling = new TreeMap<>();
        for (RunScript.Played played : script.playIterations()) {
            SortedMap<String, BigDecimal> moved = moved(played.decision());
            assertThat(moved.keySet()).noneMatch(cooling::containsKey);
            cooling.replaceAll((name, left) -> left - 1);
            cooling.values().removeIf(left -> left == 0);
            moved.forEach((name, delta) -> {
                if (delta.abs().compareTo(CATALOGUE.get(name).span().multiply(new BigDecimal("0.30"))) > 0) {
                    cooling.put(name, 3);
                }
            });
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void shouldKeepTimeFromGoingBack(@ForAll("commanded") RunScript script) {
        assertThat(script.play())
                .extracting(played -> played.decision().run().lastEventTimeMs())
                .isSorted();
    }

    private static SortedMap<String, BigDecimal> moved(Decision decision) {
        SortedMap<String, BigDecimal> moved = new TreeMap<>();
        Map<String, BigDecimal> before =
                decision.accepted().before().overrides().values();
        decision.projection().overrides().values().forEach((name, value) -> {
            BigDecimal delta = value.subtract(before.get(name));
            if (delta.signum() != 0) {
                moved.put(name, delta);
            }
        });
        return moved;
    }

    private static boolean isFrozen(Decision decision, Parameter parameter) {
        GuardSignal commanded = signal(decision, GuardSignal.TOTAL_FREEZE);
        boolean total = commanded.debounced() && commanded.concerned().isEmpty();
        return total
                || commanded.concerned().contains(parameter.subsystem())
                || signal(decision, GuardSignal.PARTIAL_FREEZE).concerned().contains(parameter.subsystem())
                || signal(decision, GuardSignal.STEADY_FREEZE).concerned().contains(parameter.name());
    }

    /** For the report of the property: whether arbitrary runs freeze at all. */
    private static String frozen(Decision decision) {
        return decision.guarded().signals().stream()
                .filter(signal -> signal.guard().endsWith("freeze") && signal.debounced())
                .map(GuardSignal::guard)
                .findFirst()
                .orElse("none");
    }

    private static GuardSignal signal(Decision decision, String guard) {
        return decision.guarded().signals().stream()
                .filter(signal -> signal.guard().equals(guard))
                .findFirst()
                .orElseThrow();
    }
}
