package io.soakstream.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.config.PolicyReader;
import io.soakstream.schemas.kpi.Kpi;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the policies that ship with the project conclude. */
class PoliciesTest {
    private static final double HOUR_MS = 3_600_000;

    @ParameterizedTest(name = "{0} iterations of {1} pass, {2} frozen: {3}")
    @CsvSource({
        "8, 8, 1, PASS",
        "8, 6, 1, PASS",
        "8, 6, 0, WARN",
        "8, 5, 1, WARN",
        "8, 4, 1, FAIL",
        "7, 7, 1, INCONCLUSIVE",
        "5, 5, 0, INCONCLUSIVE",
        "5, 4, 1, FAIL",
        "4, 0, 0, INCONCLUSIVE"
    })
    void shouldCountTheIterationsThatPassASnapshot(int iterations, int passing, int frozen, VerdictLevel level) {
        // When
        Judgement judgement = snapshot(iterations, passing, frozen);

        // Then
        assertThat(judgement.level()).isEqualTo(level);
        assertThat(judgement.freezeReady()).isEqualTo(level == VerdictLevel.PASS);
        assertThat(judgement.results().get(0).value())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(String.valueOf(passing)));
        assertThat(judgement.results().get(0).samples()).isEqualTo(iterations);
    }

    @Test
    void shouldSayWhatASnapshotIsMissing() {
        assertThat(JudgeTest.codes(snapshot(8, 5, 0).missing()))
                .containsExactly(
                        "missed:iterations_passing:count:5:>=:6", "missed:steady_freeze_iterations:count:0:>=:1");
    }

    @ParameterizedTest(name = "{0} pass, {1} have no latency: {2}")
    @CsvSource({
        "6, 2, PASS, OK",
        "5, 3, INCONCLUSIVE, INSUFFICIENT",
        "4, 1, INCONCLUSIVE, FAILED",
        "3, 1, FAIL, FAILED",
        "0, 8, INCONCLUSIVE, NODATA"
    })
    void shouldConcludeFromACountWhatTheUnknownCannotTurn(
            int passing, int unknown, VerdictLevel level, CriterionResult.Status six) {
        // Given
        List<IterationFacts> iterations = new ArrayList<>();
        for (int i = 1; i <= Iterations.CAPACITY; i++) {
            Map<Kpi, Double> kpis = new EnumMap<>(Iterations.good(i).kpis());
            if (i > passing + unknown) {
                kpis.put(Kpi.NET_BPS, 2.6);
            } else if (i > passing) {
                kpis.remove(Kpi.P95_LATENCY_MS);
            }
            iterations.add(Iterations.frozen(Iterations.of(i, kpis)));
        }

        // When
        Judgement judgement = judge("snapshot", Iterations.record(iterations));

        // Then
        assertThat(judgement.level()).isEqualTo(level);
        assertThat(judgement.results().get(1).status()).isEqualTo(six);
        assertThat(judgement.results().get(2).status()).isEqualTo(CriterionResult.Status.OK);
    }

    @Test
    void shouldNotCountAnIterationThatIsInTheWindowButNotAtHand() {
        // Given
        List<IterationFacts> iterations = new ArrayList<>();
        for (int number : new int[] {1, 2, 3, 5, 9}) {
            iterations.add(Iterations.frozen(Iterations.good(number)));
        }
        JudgedWindow window = new JudgedWindow(8, List.of(1, 2, 3, 4, 6, 7, 8, 9), List.of(5), List.of());

        // When
        Judgement judgement = Judge.judge(
                PolicyReader.read("snapshot"),
                new Evidence(window, Iterations.record(iterations).within(window)));

        // Then
        CriterionResult passing = judgement.results().get(1);
        assertThat(passing.value())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("4"));
        assertThat(passing.samples()).isEqualTo(4);
        assertThat(JudgeTest.codes(judgement.reasons())).contains("insufficient_samples:iterations_passing:4:8");
    }

    @Test
    void shouldJudgeASmokeTestAtItsThirdIteration() {
        // Given
        Map<Kpi, Double> limits =
                Map.of(Kpi.MAKER_TAKER_RATIO, 0.5, Kpi.P95_LATENCY_MS, 0.1, Kpi.RISK_RATIO, 0.8, Kpi.NET_BPS, -9.9);
        Map<Kpi, Double> silent = new EnumMap<>(limits);
        silent.remove(Kpi.NET_BPS);
        Map<Kpi, Double> bad = new EnumMap<>(limits);
        bad.put(Kpi.NET_BPS, -10.0);

        // Then
        assertThat(smoke(limits, limits).level()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(smoke(limits, bad).level()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(smoke(bad, silent, limits).level()).isEqualTo(VerdictLevel.PASS);
        assertThat(smoke(limits, limits, bad).level()).isEqualTo(VerdictLevel.FAIL);
        assertThat(smoke(limits, limits, silent).level()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(JudgeTest.codes(smoke(limits, limits, silent).reasons())).containsExactly("nodata:net_bps");
    }

    @Test
    void shouldPassALongSoakAtEveryLimit() {
        // When
        Judgement judgement = soak(72, Map.of());

        // Then
        assertThat(judgement.level()).isEqualTo(VerdictLevel.PASS);
        assertThat(judgement.results()).allMatch(result -> result.samples() == 1);
    }

    @ParameterizedTest
    @CsvSource({
        "TICK_LATENCY_P95_MS, 150.1, FAIL",
        "HIT_RATIO, 0.69, FAIL",
        "DEADLINE_MISS_RATE, 0.021, FAIL",
        "EDGE_BPS_EMA_24H, 1.99, FAIL",
        "WS_LAG_MAX_MS, 200.1, WARN"
    })
    void shouldTellHardFromSoftInALongSoak(Metric metric, double value, VerdictLevel level) {
        assertThat(soak(72, Map.of(metric, value)).level()).isEqualTo(level);
    }

    @Test
    void shouldNotConcludeALongSoakBeforeItsTime() {
        // When
        Judgement early = soak(70.5, Map.of());
        Judgement bad = soak(70.5, Map.of(Metric.HIT_RATIO, 0.1));

        // Then
        assertThat(early.level()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(JudgeTest.codes(early.reasons())).containsExactly("insufficient_elapsed:253800000:259200000");
        assertThat(early.results()).allMatch(result -> result.status() == CriterionResult.Status.INSUFFICIENT);
        assertThat(bad.level()).isEqualTo(VerdictLevel.INCONCLUSIVE);
    }

    @Test
    void shouldNotConcludeALongSoakOfWhichItIsNotKnownHowLongItIs() {
        // Given
        RunRecord undeclared = Iterations.after(RunRecord.empty(), Iterations.good(1), measured(72));
        RunRecord untimed =
                Iterations.after(RunRecord.empty().declaring(72), Iterations.good(1), Map.of(Metric.HIT_RATIO, 0.7));

        // Then
        assertThat(judge("soak-72h", undeclared).level()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(JudgeTest.codes(judge("soak-72h", undeclared).reasons())).containsExactly("undeclared_hours");
        assertThat(JudgeTest.codes(judge("soak-72h", untimed).reasons()))
                .contains("nodata:elapsed_ms", "nodata:tick_latency_p95_ms");
    }

    private static Judgement snapshot(int iterations, int passing, int frozen) {
        List<IterationFacts> facts = new ArrayList<>();
        for (int i = 1; i <= iterations; i++) {
            IterationFacts measured = i <= passing ? Iterations.good(i) : Iterations.of(i, poor(i));
            facts.add(i <= frozen ? Iterations.frozen(measured) : measured);
        }
        return judge("snapshot", Iterations.record(facts));
    }

    private static Map<Kpi, Double> poor(int iteration) {
        Map<Kpi, Double> kpis = new EnumMap<>(Iterations.good(iteration).kpis());
        kpis.put(Kpi.RISK_RATIO, 0.43);
        return kpis;
    }

    @SafeVarargs
    private static Judgement smoke(Map<Kpi, Double>... iterations) {
        List<IterationFacts> facts = new ArrayList<>();
        for (Map<Kpi, Double> kpis : iterations) {
            facts.add(Iterations.of(facts.size() + 1, kpis));
        }
        return judge("smoke", Iterations.record(facts));
    }

    private static Judgement soak(double hours, Map<Metric, Double> other) {
        Map<Metric, Double> values = new EnumMap<>(measured(hours));
        values.putAll(other);
        return judge("soak-72h", Iterations.after(RunRecord.empty().declaring(72), Iterations.good(900), values));
    }

    /** Every value at its limit. */
    private static Map<Metric, Double> measured(double hours) {
        return Map.of(
                Metric.TICK_LATENCY_P95_MS, 150.0,
                Metric.HIT_RATIO, 0.70,
                Metric.DEADLINE_MISS_RATE, 0.02,
                Metric.EDGE_BPS_EMA_24H, 2.0,
                Metric.WS_LAG_MAX_MS, 200.0,
                Metric.ELAPSED_MS, hours * HOUR_MS);
    }

    private static Judgement judge(String policy, RunRecord record) {
        return Judge.judge(PolicyReader.read(policy), Iterations.evidence(record));
    }
}
