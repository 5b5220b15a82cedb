package io.soakstream.schemas.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.schemas.canonical.Decimals;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KpiStatisticsTest {
    private static final BigDecimal FLOOR = BigDecimal.ONE;

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void shouldGiveTheStatisticsOfTheVector(String id, List<Double> samples, JsonNode expected) {
        // When
        KpiStatistics.Summary summary = KpiStatistics.summarise(samples, FLOOR, true);

        // Then
        if (expected.isNumber()) {
            assertThat(summary.harmonicMean().orElseThrow()).isCloseTo(expected.asDouble(), within(1e-9));
            return;
        }
        assertThat(summary.mean()).isEqualTo(expected.get("mean").asDouble());
        assertThat(summary.median()).isEqualTo(expected.get("median").asDouble());
        assertThat(summary.min()).isEqualTo(expected.get("min").asDouble());
        assertThat(summary.max()).isEqualTo(expected.get("max").asDouble());
        assertThat(summary.trend().name().toLowerCase(Locale.ROOT))
                .isEqualTo(expected.get("trend").asText());
    }

    static Stream<Object[]> vectors() throws IOException {
        JsonNode vectors = new ObjectMapper().readTree(KpiStatisticsTest.class.getResource("/vectors/statistics.json"));
        return StreamSupport.stream(vectors.spliterator(), false).map(vector -> {
            List<Double> samples = new ArrayList<>();
            vector.get("samples").forEach(sample -> samples.add(sample.asDouble()));
            return new Object[] {vector.get("id").asText(), samples, vector.get("expected")};
        });
    }

    @Test
    void shouldReachAThresholdThatTheDecimalsReach() {
        // When
        KpiStatistics.Summary summary = KpiStatistics.summarise(List.of(0.82, 0.84, 0.82, 0.84), FLOOR, true);

        // Then
        assertThat(Decimals.shortest(summary.mean())).isEqualByComparingTo("0.83");
    }

    @Test
    void shouldKnowNothingOfNoSamples() {
        assertThat(KpiStatistics.of(Kpi.RISK_RATIO, List.of(), 8).summary()).isEmpty();
    }

    @Test
    void shouldCallASmallMoveNearZeroFlat() {
        assertThat(KpiStatistics.summarise(List.of(0.0, 0.0, 0.0, 0.01), FLOOR, true)
                        .trend())
                .isEqualTo(Trend.FLAT);
        assertThat(KpiStatistics.summarise(List.of(-2.0, -2.0, -2.0, -1.0), FLOOR, true)
                        .trend())
                .isEqualTo(Trend.UP);
        assertThat(KpiStatistics.summarise(List.of(-1.0, -1.0, -1.0, -2.0), FLOOR, true)
                        .trend())
                .isEqualTo(Trend.DOWN);
    }

    @Property
    void shouldKeepEveryStatisticBetweenTheExtremes(
            @ForAll @Size(min = 1, max = 16) List<@DoubleRange(min = 0.01, max = 1000) Double> samples) {
        // When
        KpiStatistics.Summary summary = KpiStatistics.summarise(samples, FLOOR, true);

        // Then
        assertThat(summary.min()).isEqualTo(Collections.min(samples));
        assertThat(summary.max()).isEqualTo(Collections.max(samples));
        assertThat(summary.mean()).isBetween(summary.min(), summary.max());
        assertThat(summary.median()).isBetween(summary.min(), summary.max());
        assertThat(summary.harmonicMean().orElseThrow()).isBetween(summary.min() - 1e-9, summary.mean() + 1e-9);
    }

    @Property
    void shouldNotDependOnTheOrderOfSamplesButForTrendAndLast(
            @ForAll @Size(min = 1, max = 16) List<@DoubleRange(min = -10, max = 10) Double> samples) {
        // Given
        List<Double> reversed = new ArrayList<>(samples);
        Collections.reverse(reversed);

        // When
        KpiStatistics.Summary forwards = KpiStatistics.summarise(samples, FLOOR, true);
        KpiStatistics.Summary backwards = KpiStatistics.summarise(reversed, FLOOR, true);

        // Then
        assertThat(forwards.mean()).isEqualTo(backwards.mean());
        assertThat(forwards.median()).isEqualTo(backwards.median());
    }

    @Property(tries = 5_000)
    void shouldGiveTheSameInWholeNumbersAsInDecimals(
            @ForAll @Size(min = 1, max = 24) List<@LongRange(min = -5_000_000, max = 5_000_000) Long> unscaled,
            @ForAll @IntRange(max = 7) int scale,
            @ForAll @IntRange(max = 1) int floorScale) {
        // Given
        List<Double> samples = unscaled.stream()
                .map(value -> BigDecimal.valueOf(value, scale).doubleValue())
                .toList();
        BigDecimal floor = BigDecimal.valueOf(1, floorScale);

        // When
        KpiStatistics.Summary summary = KpiStatistics.summarise(samples, floor, true);

        // Then
        assertThat(summary).isEqualTo(KpiStatistics.summariseDecimals(samples, floor, true));
    }

    @Test
    void shouldComputeInDecimalsWhatWholeNumbersCannotHold() {
        assertThat(ScaledSamples.of(List.of(0.123_456), 1)).isPresent();
        assertThat(ScaledSamples.of(List.of(0.123_456_7), 1)).isEmpty();
        assertThat(ScaledSamples.of(List.of(1e12), 1)).isEmpty();
        assertThat(KpiStatistics.summarise(List.of(-0.0, 1e300, 1e-300), FLOOR, true)
                        .max())
                .isEqualTo(1e300);
    }

    @Test
    void shouldKnowNoNegativeZero() {
        assertThat(KpiStatistics.summarise(List.of(-0.0), FLOOR, true).min()).isEqualTo(0.0);
    }
}
