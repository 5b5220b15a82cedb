package io.soakstream.gate.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.account.Accounts;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.parameter.Parameter.Bound;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.Events;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdviserTest {
    @TempDir
    Path directory;

    @BeforeAll
    static void trustTheContract() {
        new AvroSerdes(new InMemorySchemaRegistry()).of(TuningDecision.class);
    }

    @Test
    void shouldGiveValuesForARiskThatIsTooHigh() {
        // When
        List<Advice> advice = advice(Events.healthy(1).setRiskRatio(0.7), "60");

        // Then
        Advice risk = advice.get(0);
        assertThat(risk.subject()).isEqualTo("risk");
        assertThat(risk.finding()).isEqualTo("The median of the risk is 0.7. The goal is <= 0.4.");
        assertThat(risk.moves())
                .extracting(move -> move.path() + " " + move.current() + " " + move.proposed())
                .containsExactly("risk.base_spread_bps 0.12 0.1500", "engine.min_interval_ms 60 80");
        assertThat(risk.moves().get(1).bound()).contains(Bound.MAX);
    }

    @Test
    void shouldSayThatThereIsNoRoomLeft() {
        // When
        List<Advice> advice = advice(Events.healthy(1).setRiskRatio(0.7), "80");

        // Then
        assertThat(advice.get(0).moves().get(1).isPossible()).isFalse();
    }

    @Test
    void shouldNotPullAtOneValueFromTwoSides() {
        // When
        List<Advice> advice = advice(
                Events.healthy(1).setMakerTakerRatio(0.7).setRiskRatio(0.3).setNetBps(2.0), "60");

        // Then
        assertThat(advice).extracting(Advice::subject).containsExactly("maker share", "net edge");
        assertThat(advice.get(0).moves()).extracting(AdvisedMove::step).containsExactly("+0.015", "x 0.85");
        assertThat(advice.get(1).moves()).extracting(AdvisedMove::path).containsExactly("engine.min_interval_ms");
        assertThat(advice.get(1).remarks()).anyMatch(remark -> remark.contains("risk.base_spread_bps"));
    }

    @Test
    void shouldNotRaiseTheEdgeAtTheCostOfARiskThatIsHigh() {
        // When
        List<Advice> advice = advice(Events.healthy(1).setRiskRatio(0.41).setNetBps(2.0), "60");

        // Then
        Advice net = advice.get(1);
        assertThat(net.moves()).isEmpty();
        assertThat(net.remarks().get(0)).startsWith("The mean of the risk is 0.41: bring it down to 0.40 first");
    }

    @Test
    void shouldNotRaiseTheEdgeAtTheCostOfARiskThatNobodyKnows() {
        // Given
        RunAccount account = account(Events.healthy(1).setNetBps(2.0), "60");
        Verdict verdict = account.last("release").orElseThrow();
        verdict.getWindow()
                .setStatistics(verdict.getWindow().getStatistics().stream()
                        .filter(entry -> !entry.getKpi().equals("risk_ratio"))
                        .toList());

        // When
        List<Advice> advice = Adviser.of(account, verdict);

        // Then
        Advice net = advice.stream()
                .filter(each -> each.subject().equals("net edge"))
                .findFirst()
                .orElseThrow();
        assertThat(net.moves()).isEmpty();
        assertThat(net.remarks()).singleElement().asString().startsWith("Make the risk known first");
    }

    @Test
    void shouldNeverRoundAPartOfALimitBackUpToTheWhole() {
        // When
        List<Advice> advice = advice(Events.healthy(1).setP95LatencyMs(300.0), "60");

        // Then
        AdvisedMove concurrency = advice.get(0).moves().get(0);
        assertThat(concurrency.path()).isEqualTo("engine.concurrency_limit");
        assertThat(concurrency.proposed()).isEqualTo(new BigDecimal("9"));
    }

    @Test
    void shouldHaveNothingToAddToAnExcellentRun() {
        assertThat(advice(Events.healthy(1).setMakerTakerRatio(0.95), "60")).isEmpty();
    }

    @Test
    void shouldAskForWhatIsMissing() {
        // Given
        TuningDecision decision = DecisionStory.implied().iteration(1);
        decision.getIterationSummary().setP95LatencyMs(null);
        decision.getWindow()
                .setStatistics(decision.getWindow().getStatistics().stream()
                        .filter(entry -> !entry.getKpi().equals("p95_latency_ms"))
                        .toList());
        RunAccount account = Accounts.of(directory, List.of(decision));

        // When
        List<Advice> advice = Adviser.of(account, account.last("release").orElseThrow());

        // Then
        assertThat(advice).hasSize(1);
        assertThat(advice.get(0).finding()).isEqualTo("The p95 latency has no data.");
    }

    private List<Advice> advice(IterationSummary.Builder kpis, String minIntervalMs) {
        RunAccount account = account(kpis, minIntervalMs);
        return Adviser.of(account, account.last("release").orElseThrow());
    }

    private RunAccount account(IterationSummary.Builder kpis, String minIntervalMs) {
        DecisionStory story = DecisionStory.declared(RunStarted.newBuilder()
                .setStartOverrides(List.of(new ParameterValue("min_interval_ms", minIntervalMs)))
                .build());
        List<TuningDecision> decisions = new ArrayList<>();
        decisions.add(story.started());
        for (int i = 1; i <= DecisionStory.CAPACITY; i++) {
            decisions.add(story.iteration(kpis.setIteration(i).build(), Moves.none()));
        }
        return Accounts.of(directory, decisions);
    }
}
