package io.soakstream.tuner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.Outcome;
import io.soakstream.schemas.projection.Resolution;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.domain.guard.SteadyFreezeGuard;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Runs whose values follow a plan first. */
class PlannedRunTest {
    private static final String TAIL_AGE = "tail_age_ms";

    private final DomainRun run = new DomainRun(TunerConfig.defaults());

    @Test
    void shouldFollowThePlanAndThenTheRules() {
        // Given
        started(step(2, "650"), step(3, "700"));

        // When
        List<Decision> decisions = List.of(run.risky(1), run.risky(2), run.risky(3), run.risky(4));

        // Then
        assertThat(decisions.subList(0, 3))
                .extracting(Decision::resolution)
                .containsOnly(Resolution.noOp("warming_up"));
        assertThat(decisions).extracting(PlannedRunTest::tailAge).containsExactly("600", "650", "700", "730");
        assertThat(decisions.get(1).resultHash()).isNotEqualTo(decisions.get(1).baseHash());
        assertThat(decisions.get(3).resolution().outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void shouldNotCountLossesWhileItWarmsUp() {
        // Given
        started(step(2, "650"));
        Map<Kpi, Double> losing = RunEvents.kpis(-1.0, 0.5, 0.9, 200.0, 1.0, 1.0);
        run.decide(RunEvents.iteration(1, losing));
        run.decide(RunEvents.iteration(2, losing));

        // When
        Decision first = run.decide(RunEvents.iteration(3, losing));
        Decision second = run.decide(RunEvents.iteration(4, losing));

        // Then
        assertThat(first.proposal().rules()).doesNotContain("FALLBACK");
        assertThat(second.proposal().rules()).containsExactly("FALLBACK");
    }

    @Test
    void shouldNotTakeAQuietWarmUpForASteadyState() {
        // Given
        started(step(2, "650"));
        Map<Kpi, Double> steady = RunEvents.kpis(2.8, 0.3, 0.9, 200.0, 1.0, 1.0);
        run.decide(RunEvents.iteration(1, steady));

        // When
        run.decide(RunEvents.iteration(2, steady));
        run.decide(RunEvents.iteration(3, steady));

        // Then
        assertThat(run.guards().orElseThrow().steadyFreeze()).isEqualTo(new SteadyFreezeGuard.Memory(true, 0));
    }

    @Test
    void shouldNotLeadBackToAStateOfThePlan() {
        // Given
        started(step(1, "630"), step(2, "600"));
        run.risky(1);
        run.risky(2);

        // When
        String planned = run.guards().orElseThrow().states().get(1);

        // Then
        assertThat(run.guards().orElseThrow().states()).hasSize(2).doesNotHaveDuplicates();
        assertThat(planned)
                .isNotEqualTo(run.state().orElseThrow().running().projection().stateHash());
    }

    @Test
    void shouldLeaveThePlanByACommandThatGivesValues() {
        // Given
        started(step(2, "650"));
        run.risky(1);
        Map<String, BigDecimal> values =
                run.state().orElseThrow().running().projection().overrides().values();

        // When
        run.decide(RunEvents.command("c1", Command.Action.REBASE, values, Set.of()));

        // Then
        assertThat(run.risky(2).resolution().outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void shouldRefuseAPlanThatCannotBe() {
        assertThat(refusal(step(0, "650"))).contains("invalid_value");
        assertThat(refusal(step(2, "650"), step(2, "700"))).contains("invalid_value");
        assertThat(refusal(step(3, "650"), step(2, "700"))).contains("invalid_value");
        assertThat(refusal(step(1, "650"), step(2, "9999"))).contains("invalid_start_overrides");
        assertThat(refusal(step(1, "650"), step(2, "700"))).isEmpty();
    }

    private Optional<String> refusal(RunEvent.PlannedValues... plan) {
        return started(plan).admission().code();
    }

    private DomainRun.Answer started(RunEvent.PlannedValues... plan) {
        return run.send(RunEvents.started(RunMode.SIMULATED, OptionalInt.empty(), true, Map.of(), List.of(plan)));
    }

    private static RunEvent.PlannedValues step(int afterIteration, String tailAgeMs) {
        return new RunEvent.PlannedValues(afterIteration, Map.of(TAIL_AGE, new BigDecimal(tailAgeMs)));
    }

    private static String tailAge(Decision decision) {
        return decision.projection().overrides().value(TAIL_AGE).orElseThrow().toPlainString();
    }
}
