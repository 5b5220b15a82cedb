package io.soakstream.deploy.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.soakstream.gate.config.GateConfig;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded soaks with the figures that are known of them. */
class OfflineGateTest {
    private static final double EXACT = 1e-9;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "mock36,                    PASS,         0.85,               180,   0.30,    5.95,    0.850000",
        "mock36_default_overrides,  PASS,         0.85,               180,   0.30,    5.95,    0.850000",
        "mock24,                    PASS,         0.85,               240,   0.30,    4.75,    0.850000",
        "mock12_preset,             WARN,         0.8125,             300,   0.30,    3.55,    0.808550",
        "mock12_steady_safe,        WARN,         0.8125,             300,   0.30,    3.55,    0.808550",
        "mock8,                     FAIL,         0.68125,            310,   0.3594,  2.15,    0.663341",
        "mock3_smoke,               FAIL,         0.56666666666667,   310,   0.33,    0.23333333333333, 0.562500",
        "create_test_soak_data_24,  FAIL,         0.90,               330,   0.41,    3.1375,  0.899667",
        "create_test_soak_data_8,   FAIL,         0.9025,             330,   0.41,    3.1,     0.902229",
        "scen_high_risk_persistent, FAIL,         0.85,               200,   0.70,    3.2,     0.850000",
        "scen_latency_sweep,        WARN,         0.90,               380,   0.30,    2.8,     0.900000",
        "scen_negative_streak,      FAIL,         0.60,               200,   0.30,    -0.7875, 0.600000",
        "scen_maker_boost,          WARN,         0.75875,            200,   0.30,    2.8,     0.746245",
        "scen_freeze_candidate,     PASS,         0.90,               200,   0.30,    2.8,     0.900000",
        "scen_normalize,            INCONCLUSIVE, 0.90,               200,   0.20,    3.5,     0.900000",
        "scen_aggressive_to_caps,   FAIL,         0.85,               200,   0.70,    3.3125,  0.850000"
    })
    void shouldJudgeTheRecordedSoak(
            String name, VerdictLevel level, double share, double latency, double risk, double net, double harmonic)
            throws IOException {
        // When
        Verdict verdict = judge(name);

        // Then
        assertThat(verdict.getVerdict()).isEqualTo(level);
        assertThat(of(verdict, "maker_taker_ratio").getMean()).isCloseTo(share, within(EXACT));
        assertThat(of(verdict, "p95_latency_ms").getMax()).isCloseTo(latency, within(EXACT));
        assertThat(of(verdict, "risk_ratio").getMedian()).isCloseTo(risk, within(1e-4));
        assertThat(of(verdict, "net_bps").getMean()).isCloseTo(net, within(EXACT));
        assertThat(of(verdict, "maker_taker_ratio").getHarmonicMean()).isCloseTo(harmonic, within(5e-7));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // anomalies and loops in the last 8; guards: freeze, velocity, cooldown
        "mock36, 0, 0, 0, 0, 0",
        "mock8, 7, 0, 0, 3, 0",
        "mock24, 0, 0, 0, 0, 0",
        "mock3_smoke, 5, 0, 0, 0, 0",
        "create_test_soak_data_24, 0, 2, 3, 1, 1",
        "create_test_soak_data_8, 0, 2, 0, 0, 1"
    })
    void shouldFindWhatStandsOut(String name, int anomalies, int loops, int freeze, int velocity, int cooldown)
            throws IOException {
        // When
        Verdict verdict = judge(name);

        // Then
        assertThat(verdict.getAnomaliesCount()).isEqualTo(anomalies);
        assertThat(verdict.getSignatureLoops()).isEqualTo(loops);
        assertThat(guard(verdict, "freeze")).isEqualTo(freeze);
        assertThat(guard(verdict, "velocity")).isEqualTo(velocity);
        assertThat(guard(verdict, "cooldown")).isEqualTo(cooldown);
    }

    @Test
    void shouldAccountForTheRecordedTuning() throws IOException {
        // When
        Verdict verdict = judge("mock36");

        // Then
        assertThat(verdict.getAppliedIterations()).containsExactly(1, 3);
        assertThat(verdict.getChangedKeys())
                .containsExactly(
                        "base_spread_bps_delta",
                        "impact_cap_ratio",
                        "max_delta_ratio",
                        "min_interval_ms",
                        "tail_age_ms");
        assertThat(verdict.getOutcomeCounts())
                .extracting(count -> count.getName() + "=" + count.getCount())
                .containsExactly("applied=2", "no_op=31", "no_op:no_change=31", "skipped=3", "skipped:velocity=3");
        assertThat(verdict.getDeltaQuality().getProposed()).isEqualTo(5);
        assertThat(verdict.getDeltaQuality().getFull()).isEqualTo(2);
        assertThat(verdict.getDeltaQuality().getJustified()).isEqualTo(3);
    }

    @Test
    void shouldGiveTheSameDigestAgain() throws IOException {
        assertThat(judge("mock36").getDigest()).isEqualTo(judge("mock36").getDigest());
        assertThat(judge("mock36").getDigest()).isNotEqualTo(judge("mock24").getDigest());
    }

    @Test
    void shouldTellUnknownSharesFromInventedOnes() throws IOException {
        // When
        KpiStatistics share = of(judge("scen_counts_only"), "maker_taker_ratio");

        // Then
        assertThat(share.getSamples()).isEqualTo(5);
        assertThat(share.getMissing()).isEqualTo(2);
        assertThat(share.getMin()).isZero();
        assertThat(share.getMax()).isEqualTo(1.0);
    }

    @Test
    void shouldJudgeAnotherWindow() throws IOException {
        // When
        OfflineGate gate = new OfflineGate(GateConfig.defaults(), config -> config.withWindowLength(36));
        Verdict verdict = gate.judge(soak("mock36")).last().orElseThrow();

        // Then
        assertThat(verdict.getWindow().getIterations()).hasSize(36);
        assertThat(of(verdict, "p95_latency_ms").getMean()).isCloseTo(233.472, within(5e-4));
        assertThat(verdict.getVerdict()).isEqualTo(VerdictLevel.WARN);
    }

    @Test
    void shouldChainOneVerdictPerIterationAndOneForTheEnd() throws IOException {
        // When
        List<Verdict> verdicts =
                new OfflineGate(GateConfig.defaults()).judge(soak("mock24")).verdicts();

        // Then
        assertThat(verdicts).hasSize(25).extracting(Verdict::getSequence).isSorted();
        assertThat(verdicts).filteredOn(Verdict::getLast).containsExactly(verdicts.get(24));
        assertThat(verdicts.get(24).getWindow()).isEqualTo(verdicts.get(23).getWindow());
        assertThat(verdicts.get(24).getResults()).isEqualTo(verdicts.get(23).getResults());
        for (int i = 1; i < verdicts.size(); i++) {
            assertThat(verdicts.get(i).getPreviousDigest())
                    .isEqualTo(verdicts.get(i - 1).getDigest());
        }
    }

    private static Verdict judge(String name) throws IOException {
        OfflineGate.Judged judged = new OfflineGate(GateConfig.defaults()).judge(soak(name));
        assertThat(judged.refusals()).isEmpty();
        return judged.last().orElseThrow();
    }

    private static RecordedSoak soak(String name) throws IOException {
        return new SoakReader().read(Path.of("src/test/resources/recorded", name), ReadOptions.defaults());
    }

    private static KpiStatistics of(Verdict verdict, String kpi) {
        return verdict.getWindow().getStatistics().stream()
                .filter(statistics -> statistics.getKpi().equals(kpi))
                .findFirst()
                .orElseThrow();
    }

    private static int guard(Verdict verdict, String guard) {
        return verdict.getGuards().stream()
                .filter(activity -> activity.getGuard().equals(guard))
                .findFirst()
                .orElseThrow()
                .getCount();
    }
}
