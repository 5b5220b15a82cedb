package io.soakstream.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.config.PolicyReader;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.kpi.KpiStatistics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgeTest {
    static final int CAPACITY = 8;
    private final Policy release = PolicyReader.read("release");

    @Test
    void shouldPassWhenEveryGoalIsMetAtItsLimit() {
        // When
        Judgement judgement = judge(constant(CAPACITY, 0.83, 340.0, 0.40, 2.5));

        // Then
        assertThat(judgement.level()).isEqualTo(VerdictLevel.PASS);
        assertThat(judgement.freezeReady()).isTrue();
        assertThat(judgement.passCount()).isEqualTo(4);
        assertThat(codes(judgement.reasons())).containsExactly("all_goals_met");
    }

    @Test
    void shouldWarnWhenOnlyASoftGoalIsMissed() {
        // When
        Judgement judgement = judge(constant(CAPACITY, 0.8125, 300.0, 0.30, 3.55));

        // Then
        assertThat(judgement.level()).isEqualTo(VerdictLevel.WARN);
        assertThat(codes(judgement.reasons())).containsExactly("missed:maker_taker_ratio:mean:0.8125:>=:0.83");
        assertThat(judgement.freezeReady()).isFalse();
    }

    @Test
    void shouldFailAndNameEveryGoalThatIsMissed() {
        // When
        Judgement judgement = judge(constant(3, 0.5, 341.0, 0.41, 2.4));

        // Then
        assertThat(judgement.level()).isEqualTo(VerdictLevel.FAIL);
        assertThat(codes(judgement.reasons()))
                .containsExactly(
                        "missed:maker_taker_ratio:mean:0.5:>=:0.83",
                        "missed:p95_latency_ms:max:341:<=:340",
                        "missed:risk_ratio:median:0.41:<=:0.4",
                        "missed:net_bps:mean:2.4:>=:2.5");
        assertThat(codes(judgement.missing())).contains("insufficient_iterations:3:8");
    }

    @Test
    void shouldNotFailOnTwoIterationsNorPassOnSeven() {
        assertThat(judge(constant(2, 0.5, 341.0, 0.41, 2.4)).level()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        Judgement seven = judge(constant(7, 0.9, 200.0, 0.3, 3.0));
        assertThat(seven.level()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(codes(seven.reasons())).containsExactly("insufficient_iterations:7:8");
        assertThat(seven.results()).allMatch(result -> result.status() == CriterionResult.Status.INSUFFICIENT);
    }

    @Test
    void shouldNeverPassWithoutData() {
        // When
        Judgement judgement = judge(constant(CAPACITY, 0.9, null, 0.3, 3.0));

        // Then
        assertThat(judgement.level()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(codes(judgement.reasons())).containsExactly("nodata:p95_latency_ms");
    }

    @Test
    void shouldFailOnWhatIsKnownEvenIfSomeSamplesAreMissing() {
        // Given
        Map<Kpi, List<Double>> samples = constant(CAPACITY, 0.9, 200.0, 0.6, 3.0);
        samples.put(Kpi.RISK_RATIO, Arrays.asList(null, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6));

        // Then
        assertThat(judge(samples).level()).isEqualTo(VerdictLevel.FAIL);
    }

    @Test
    void shouldNotPassIfASampleIsMissing() {
        // Given
        Map<Kpi, List<Double>> samples = constant(CAPACITY, 0.9, 200.0, 0.3, 3.0);
        samples.put(Kpi.NET_BPS, Arrays.asList(3.0, null, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0));

        // When
        Judgement judgement = judge(samples);

        // Then
        assertThat(judgement.level()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(codes(judgement.missing())).containsExactly("insufficient_samples:net_bps:7:8");
        assertThat(judgement.passCount()).isEqualTo(3);
    }

    @Test
    void shouldNotFailOnOneGoalIfAnotherHasNoData() {
        // When
        Judgement judgement = judge(constant(CAPACITY, 0.9, null, 0.41, 3.0));

        // Then
        assertThat(judgement.level()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(codes(judgement.reasons()))
                .containsExactly("missed:risk_ratio:median:0.41:<=:0.4", "nodata:p95_latency_ms");
    }

    @Test
    void shouldOnlyTellOfACriterionThatIsReported() {
        // Given
        Criterion reported = new Criterion(
                "adverse_ok",
                Metric.ADVERSE_BPS_P95,
                Statistic.LAST,
                Comparator.BELOW,
                new BigDecimal("3.5"),
                Severity.REPORT);
        List<Criterion> criteria = new ArrayList<>(release.criteria());
        criteria.add(reported);
        Policy telling = new Policy("telling", "1", release.minimum(), List.of(), criteria);
        Map<Kpi, List<Double>> missed = constant(CAPACITY, 0.9, 200.0, 0.3, 3.0);
        missed.put(Kpi.ADVERSE_BPS_P95, Collections.nCopies(CAPACITY, 3.5));

        // When
        Judgement bad = Judge.judge(telling, evidence(missed));
        Judgement unknown = Judge.judge(telling, evidence(constant(CAPACITY, 0.9, 200.0, 0.3, 3.0)));

        // Then
        assertThat(bad.level()).isEqualTo(VerdictLevel.PASS);
        assertThat(bad.freezeReady()).isTrue();
        assertThat(bad.results().get(4).status()).isEqualTo(CriterionResult.Status.FAILED);
        assertThat(bad.results().get(4).margin())
                .hasValueSatisfying(margin -> assertThat(margin).isEqualByComparingTo("0"));
        assertThat(unknown.level()).isEqualTo(VerdictLevel.PASS);
        assertThat(unknown.results().get(4).status()).isEqualTo(CriterionResult.Status.NODATA);
    }

    private Judgement judge(Map<Kpi, List<Double>> samples) {
        return Judge.judge(release, evidence(samples));
    }

    static Evidence evidence(Map<Kpi, List<Double>> samples) {
        RunRecord record = RunRecord.empty();
        for (int i = 0; i < samples.get(Kpi.RISK_RATIO).size(); i++) {
            Map<Kpi, Double> kpis = new EnumMap<>(Kpi.class);
            for (Map.Entry<Kpi, List<Double>> entry : samples.entrySet()) {
                Optional.ofNullable(entry.getValue().get(i)).ifPresent(value -> kpis.put(entry.getKey(), value));
            }
            record = Iterations.after(record, new IterationFacts(i + 1, kpis, Optional.empty(), List.of(), false));
        }
        return new Evidence(window(samples), record);
    }

    private static JudgedWindow window(Map<Kpi, List<Double>> samples) {
        int size = samples.get(Kpi.RISK_RATIO).size();
        List<KpiStatistics> statistics = samples.entrySet().stream()
                .map(entry -> {
                    List<Double> known =
                            entry.getValue().stream().filter(Objects::nonNull).toList();
                    return KpiStatistics.of(entry.getKey(), known, size - known.size());
                })
                .toList();
        List<Integer> iterations = IntStream.rangeClosed(1, size).boxed().toList();
        return new JudgedWindow(CAPACITY, iterations, List.of(), statistics);
    }

    static Map<Kpi, List<Double>> constant(int size, Double share, Double latency, Double risk, Double net) {
        Map<Kpi, List<Double>> samples = new EnumMap<>(Kpi.class);
        samples.put(Kpi.MAKER_TAKER_RATIO, Collections.nCopies(size, share));
        samples.put(Kpi.P95_LATENCY_MS, Collections.nCopies(size, latency));
        samples.put(Kpi.RISK_RATIO, Collections.nCopies(size, risk));
        samples.put(Kpi.NET_BPS, Collections.nCopies(size, net));
        return samples;
    }

    static List<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::encoded).toList();
    }
}
