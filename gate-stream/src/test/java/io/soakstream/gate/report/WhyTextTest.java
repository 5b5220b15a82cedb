package io.soakstream.gate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.KpiWindow;
import io.soakstream.schemas.contract.Trend;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WhyTextTest {
    /** Avro's builders refuse our record classes until a first serde has declared them. */
    @BeforeAll
    static void declareRecords() {
        new AvroSerdes(new InMemorySchemaRegistry()).of(Verdict.class).close();
    }

    @Test
    void shouldNameTheGoalThatIsClosestToItsThreshold() {
        // Given
        Verdict pass = verdict(VerdictLevel.PASS, "all_goals_met")
                .setResults(List.of(met("net_bps", 4, 2.5, 1.5), met("maker_taker_ratio", 0.85, 0.83, 0.02)))
                .build();

        // When
        String why = WhyText.of(pass);

        // Then
        assertThat(why)
                .isEqualTo("every goal is met; closest to its threshold is maker share: mean 0.850, must be >= 0.83");
    }

    @Test
    void shouldSayWhichWayAMissedKpiGoes() {
        // Given
        Verdict fail = verdict(VerdictLevel.FAIL, "missed:net_bps:mean:2.15:>=:2.5")
                .setWindow(KpiWindow.newBuilder()
                        .setStatistics(List.of(KpiStatistics.newBuilder()
                                .setKpi("net_bps")
                                .setSamples(8)
                                .setTrend(Trend.UP)
                                .build()))
                        .build())
                .build();

        // When
        String why = WhyText.of(fail);

        // Then
        assertThat(why).isEqualTo("net edge mean is 2.15, must be >= 2.5 (rising)");
    }

    @Test
    void shouldCountWhatItLeavesOut() {
        // Given
        Verdict open = verdict(
                        VerdictLevel.INCONCLUSIVE,
                        "nodata:net_bps",
                        "nodata:risk_ratio",
                        "stalled:3",
                        "strict",
                        "strict")
                .build();

        // When
        String why = WhyText.of(open);

        // Then
        assertThat(why)
                .isEqualTo("net edge has no data in the window; risk has no data in the window;"
                        + " no iteration has come for 3 periods; and 2 more");
    }

    private static Verdict.Builder verdict(VerdictLevel level, String... reasons) {
        return Verdict.newBuilder()
                .setVerdict(level)
                .setReasons(List.of(reasons))
                .setWindow(KpiWindow.newBuilder().build());
    }

    private static KpiResult met(String kpi, double value, double threshold, double margin) {
        return KpiResult.newBuilder()
                .setKpi(kpi)
                .setStatistic("mean")
                .setComparator(">=")
                .setValue(value)
                .setThreshold(threshold)
                .setMargin(margin)
                .setStatus(KpiStatus.OK)
                .build();
    }
}
