package io.soakstream.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.soakstream.gate.vector.AssertsVectors;
import io.soakstream.gate.vector.Vector;
import io.soakstream.gate.vector.VectorSource;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.kpi.KpiStatistics;
import io.soakstream.schemas.kpi.Trend;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Statistics of the earlier system's reports, of the windows that the gate sums up itself. */
class StatisticsVectorsTest {

    @ParameterizedTest
    @ArgumentsSource(VectorSource.class)
    @AssertsVectors({
        "stats_1",
        "stats_1_2",
        "stats_1_1_1_1.05",
        "stats_1_1_1_1.06",
        "stats_1_2_3_4_5_6_7_8",
        "stats_5_4_3_2_1",
        "stats_0_0_0_0",
        "stats_100_1_1_1_1_1_1_100"
    })
    void shouldSumUpAWindow(Vector vector) {
        // When
        KpiStatistics.Summary summary = summary(Kpi.NET_BPS, vector.samples());

        // Then
        assertThat(summary.min()).isEqualTo(vector.expected().get("min").doubleValue());
        assertThat(summary.max()).isEqualTo(vector.expected().get("max").doubleValue());
        assertThat(summary.mean()).isEqualTo(vector.expected().get("mean").doubleValue());
        assertThat(summary.median()).isEqualTo(vector.expected().get("median").doubleValue());
        assertThat(summary.trend().name().toLowerCase(Locale.ROOT))
                .isEqualTo(vector.expected().get("trend").asText());
    }

    @Test
    void shouldFindNoTrendInAConstantLoss() {
        assertThat(summary(Kpi.NET_BPS, Vector.of("stats_-1_-1_-1_-1").samples())
                        .trend())
                .isEqualTo(Trend.FLAT);
    }

    @ParameterizedTest
    @ArgumentsSource(VectorSource.class)
    @AssertsVectors({"hmean_152", "hmean_153", "hmean_154"})
    void shouldTakeTheHarmonicMean(Vector vector) {
        assertThat(summary(Kpi.MAKER_TAKER_RATIO, vector.samples()).harmonicMean())
                .hasValueSatisfying(
                        mean -> assertThat(mean).isCloseTo(vector.expected().doubleValue(), within(5e-10)));
    }

    private static KpiStatistics.Summary summary(Kpi kpi, List<Double> samples) {
        RecentIterations recent = RecentIterations.none();
        for (double sample : samples) {
            recent = recent.with(Iterations.of(recent.lastNumber() + 1, Map.of(kpi, sample)), Iterations.CAPACITY);
        }
        return recent.judged().statistics(kpi).orElseThrow().summary().orElseThrow();
    }
}
